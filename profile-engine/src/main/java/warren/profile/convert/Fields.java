package warren.profile.convert;

import java.util.Set;

/** The fields that upstream's resources have, of the objects that differ between the shapes. */
final class Fields {
  /** {@code data} of v1alpha1. */
  static final Set<String> FULL_DATA =
      Set.of(
          "pinned",
          "storages",
          "preRunTimeoutSeconds",
          "postRunTimeoutSeconds",
          "retryLimit",
          "userID",
          "groupID",
          "numPorts",
          "spec",
          "mpiSpec");

  /** {@code data.mpiSpec} of v1alpha1: the spec of an MPIJob. */
  static final Set<String> FULL_MPI =
      Set.of(
          "slotsPerWorker",
          "runLauncherAsWorker",
          "runPolicy",
          "mpiReplicaSpecs",
          "sshAuthMountPath",
          "launcherCreationPolicy",
          "mpiImplementation");

  /** What v1alpha11's {@code data} has beyond v1alpha1's. */
  static final String CREATE_CONTAINER = "createContainer";

  /** A storage, in both shapes. */
  static final Set<String> STORAGE = Set.of("name", "optional", "pvcMode");

  /** A pod of v1alpha11. */
  static final Set<String> SLIM_POD =
      Set.of(
          "containers",
          "initContainers",
          "volumes",
          "terminationGracePeriodSeconds",
          "shareProcessNamespace",
          "imagePullSecrets",
          "automountServiceAccountToken");

  /** A container of v1alpha11. */
  static final Set<String> SLIM_CONTAINER =
      Set.of(
          "name",
          "image",
          "command",
          "args",
          "env",
          "envFrom",
          "volumeMounts",
          "workingDir",
          "restartPolicy",
          "livenessProbe",
          "readinessProbe",
          "startupProbe",
          "terminationMessagePath",
          "terminationMessagePolicy",
          "imagePullPolicy");

  /** {@code data.mpiSpec} of v1alpha11. */
  static final Set<String> SLIM_MPI = Set.of("launcher", "worker", "copyOffload", "slotsPerWorker");

  /** Warren's own fields of {@code data}, which keep a profile from being used. */
  static final Set<String> RESTRICTIONS = Set.of("users", "groups", "limits");

  /** The ServiceAccount that v1alpha1's profiles said copy offload by. */
  static final String COPY_OFFLOAD_ACCOUNT = "nnf-dm-copy-offload";

  private Fields() {}
}
