package warren.profile;

import warren.profile.model.Kind;

/** What an author may decide of an {@code mpiSpec} in either shape, field by field. */
final class MpiFields {
  private static final String NAMED = "pods are made, and named, one for each Rabbit";
  private static final String JOB = "the job's end ends it";

  /** {@code mpiSpec}, in both spellings. */
  static final FieldTable MPI =
      FieldTable.of("an mpiSpec")
          .keep(
              "launcher",
              "worker",
              "slotsPerWorker",
              "mpiImplementation",
              "mpiReplicaSpecs",
              "runPolicy")
          .override(
              "sshAuthMountPath",
              Kind.TEXT,
              "/home/mpiuser/.ssh",
              "containers run as the job's user, who cannot use another one's SSH keys")
          .override(
              "launcherCreationPolicy",
              Kind.TEXT,
              "WaitForWorkersReady",
              "a launcher that starts before its workers cannot resolve their names")
          .offOnly("the launcher takes no ranks", "runLauncherAsWorker")
          .offOnly("Warren has no copy offload", "copyOffload");

  private static final FieldTable RUN_POLICY =
      FieldTable.of("a runPolicy")
          .override(
              "cleanPodPolicy",
              Kind.TEXT,
              "Running",
              "the workers' servers would run on for ever after the launcher")
          .offOnly("a suspended job never starts", "suspend")
          .refuse("another controller would not run it", "managedBy")
          .refuse(JOB, "ttlSecondsAfterFinished")
          .refuse(
              "the limits are preRunTimeoutSeconds and postRunTimeoutSeconds",
              "activeDeadlineSeconds")
          .unsupported("the workers are not scheduled as a gang", "schedulingPolicy");

  /** {@code mpiSpec.mpiReplicaSpecs}. */
  static final FieldTable REPLICAS = FieldTable.of("mpiReplicaSpecs").keep("Launcher", "Worker");

  /** {@code mpiSpec.mpiReplicaSpecs.Launcher}. */
  static final FieldTable LAUNCHER = replica("1", "there is one launcher");

  /** {@code mpiSpec.mpiReplicaSpecs.Worker}. */
  static final FieldTable WORKER = replica("one a Rabbit", "every Rabbit of the job has a worker");

  /** {@code template} of a replica. */
  static final FieldTable TEMPLATE = FieldTable.of("a pod template").keep("metadata", "spec");

  /** {@code metadata} of a pod template. */
  static final FieldTable METADATA =
      FieldTable.of("a pod template's metadata")
          .keep("labels", "annotations")
          .override("name", Kind.TEXT, "a name given by Warren", NAMED)
          .override("generateName", Kind.TEXT, "a name given by Warren", NAMED)
          .override("namespace", Kind.TEXT, "the workflow's", NAMED)
          .override("creationTimestamp", Kind.TEXT, "the time it is made", NAMED)
          .refuse("the job's end removes its pods", "finalizers")
          .refuse("the pods belong to the job", "ownerReferences");

  private MpiFields() {}

  /** {@code mpiSpec.runPolicy} of a profile with this {@code retryLimit}. */
  static FieldTable runPolicy(int retryLimit) {
    return RUN_POLICY.override(
        "backoffLimit",
        Kind.NUMBER,
        Integer.toString(retryLimit),
        "retryLimit says how often a launcher is tried again");
  }

  private static FieldTable replica(String count, String reason) {
    return FieldTable.of("a replica spec")
        .keep("template")
        .override("replicas", Kind.NUMBER, count, reason)
        .override(
            "restartPolicy",
            Kind.TEXT,
            "Never",
            "retryLimit says how often a failed pod is replaced");
  }
}
