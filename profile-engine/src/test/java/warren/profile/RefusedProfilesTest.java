package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warren.dw.Blame;
import warren.dw.Finding;
import warren.profile.ProfileReader.ProfileReading;

/** Payloads that are refused, and the words. */
class RefusedProfilesTest {
  private static final String CONTAINERS = "containers: [{name: c, image: i}]";

  /** A payload, and the sentences of its errors without "Profile p: ". */
  private record Case(String data, List<String> sentences) {
    Case(String data, String... sentences) {
      this(data, List.of(sentences));
    }
  }

  private static Case pod(String fields, String... sentences) {
    return new Case("spec: {" + CONTAINERS + ", " + fields + "}", sentences);
  }

  private static Case container(String fields, String... sentences) {
    return new Case("spec: {containers: [{name: c, image: i, " + fields + "}]}", sentences);
  }

  private static Case data(String fields, String... sentences) {
    return new Case(fields + "\nspec: {" + CONTAINERS + "}", sentences);
  }

  private static Case mpi(String fields, String... sentences) {
    return new Case(
        "mpiSpec: {launcher: {" + CONTAINERS + "}, worker: {" + CONTAINERS + "}, " + fields + "}",
        sentences);
  }

  private static final String NODE =
      " is not allowed: containers of a job must not reach into the node. Remove it from the"
          + " profile.";

  static Stream<Case> refused() {
    return Stream.of(
        pod("hostNetwork: true", "spec.hostNetwork" + NODE),
        pod("hostPID: true", "spec.hostPID" + NODE),
        pod("hostIPC: true", "spec.hostIPC" + NODE),
        pod(
            "hostUsers: false",
            "spec.hostUsers is not allowed: files would belong to other users than the job's."
                + " Remove it from the profile."),
        pod(
            "volumes: [{name: v, hostPath: {path: /}}]",
            "spec.volumes[0].hostPath is not allowed: containers of a job must not reach into the"
                + " node; the job's storage comes by the profile's storages. Remove it from the"
                + " profile."),
        pod(
            "volumes: [{name: v, projected: {sources: [{serviceAccountToken: {path: t}}]}}]",
            "spec.volumes[0].projected.sources[0].serviceAccountToken is not allowed: containers of"
                + " a job have no business with the cluster's API. Remove it from the profile."),
        pod(
            "volumes: [{name: v, nfs: {path: /, server: s}}]",
            "spec.volumes[0].nfs is not supported yet: volumes of a profile are emptyDir,"
                + " configMap, secret, downwardAPI or projected. Remove it from the profile."),
        pod(
            "volumes: [{name: warren-x, emptyDir: {}}]",
            "spec.volumes[0].name is 'warren-x', a name of Warren's own volumes. Give the volume"
                + " another name."),
        pod(
            "volumes: [{name: v, emptyDir: {}}, {name: v, emptyDir: {}}]",
            "spec.volumes[1].name is 'v', as another volume's is. Give every volume a name of its"
                + " own."),
        pod(
            "imagePullSecrets: [{name: A}]",
            "spec.imagePullSecrets[0].name is 'A', which cannot be a secret's name. Name a secret"
                + " of type kubernetes.io/dockerconfigjson."),
        pod(
            "nodeSelektor: {}",
            "spec.nodeSelektor is not a field of a pod. Did you mean 'nodeSelector'?"),
        pod(
            "nodeSelector: {a: b}",
            "spec.nodeSelector is not supported yet: Warren places the pods on the job's Rabbits"
                + " itself. Remove it from the profile."),
        pod(
            "initContainers: [{name: c, image: i}]",
            "spec.containers[0].name is 'c', as another container's is. Give every container a name"
                + " of its own."),
        container(
            "securityContext: {privileged: true, capabilities: {add: [SYS_ADMIN]}}",
            "spec.containers[0].securityContext.privileged is not allowed: containers run as the"
                + " job's user, without privileges. Remove it from the profile.",
            "spec.containers[0].securityContext.capabilities.add is not allowed: containers run"
                + " without any capability. Remove it from the profile."),
        container(
            "ports: [{containerPort: 80, hostPort: 80}]",
            "spec.containers[0].ports[0].hostPort is not allowed: a node's ports are given out by"
                + " Warren. Remove it from the profile."),
        container(
            "volumeMounts: [{name: v, mountPath: /v}]",
            "spec mounts a volume 'v' that it does not define. The job's storages are mounted"
                + " without the profile's doing."),
        container(
            "restartPolicy: Always",
            "spec.containers[0].restartPolicy is not allowed: only an init container has one, and"
                + " it is Always. Remove it from the profile."),
        container(
            "comand: [a]",
            "spec.containers[0].comand is not a field of a container. Did you mean 'command'?"),
        container(
            "env: {A: b}",
            "spec.containers[0].env has not the form Kubernetes wants. Correct it in the profile."),
        new Case(
            "spec: {containers: []}",
            "spec.containers names no container. A pod has at least one container."),
        new Case(
            "spec: {containers: [{name: Bad_Name, image: 'a b'}]}",
            "spec.containers[0].name is 'Bad_Name', which cannot be a container's name. Use 1 to 63"
                + " lower-case letters, digits and hyphens.",
            "spec.containers[0].image is 'a b', which cannot be an image. Name an image, such as"
                + " registry.example.org/team/app:v1.0."),
        new Case(
            "retryLimit: 1",
            "data has neither spec nor mpiSpec. Give exactly one of spec and mpiSpec."),
        data(
            "mpiSpec: {launcher: {" + CONTAINERS + "}, worker: {" + CONTAINERS + "}}",
            "spec stands beside mpiSpec. Give exactly one of spec and mpiSpec."),
        data(
            "createContainer: false",
            "createContainer is not supported yet: Warren runs a profile's containers"
                + " itself. Remove it from the profile."),
        data(
            "numPorts: 1",
            "numPorts is not supported yet: Warren gives no ports of the nodes to containers."
                + " Remove it from the profile."),
        data(
            "retryLimit: -1",
            "retryLimit is '-1', not a whole number from 0 to 2147483647. Correct it in the"
                + " profile."),
        data(
            "preRunTimeoutSeconds: soon",
            "preRunTimeoutSeconds is 'soon', not a whole number from 0 to 2147483647. Correct it in"
                + " the profile."),
        data("retrylimit: 1", "retrylimit is not a field of a profile. Did you mean 'retryLimit'?"),
        data(
            "storages: [{name: foo}]",
            "storages[0].name is 'foo', which no directive can give. Use DW_JOB_, DW_PERSISTENT_ or"
                + " DW_GLOBAL_ and then lower-case letters, digits and underscores, 63"
                + " characters in all."),
        data(
            "storages: [{name: DW_JOB_foo}, {name: DW_JOB_foo}]",
            "storages[1].name is 'DW_JOB_foo', as another storage's is. Name every storage once."),
        data(
            "storages: [{name: DW_JOB_foo, pvcMode: ReadOnlyMany}]",
            "storages[0].pvcMode is not allowed: only a DW_GLOBAL_ storage has an access mode."
                + " Remove it from the profile."),
        mpi(
            "runPolicy: {suspend: true, managedBy: x, ttlSecondsAfterFinished: 1}",
            "mpiSpec.runPolicy.suspend is not allowed: a suspended job never starts. Remove it from"
                + " the profile.",
            "mpiSpec.runPolicy.managedBy is not allowed: another controller would not run it."
                + " Remove it from the profile.",
            "mpiSpec.runPolicy.ttlSecondsAfterFinished is not allowed: the job's end ends it."
                + " Remove it from the profile."),
        mpi(
            "slotsPerWorker: 0",
            "mpiSpec.slotsPerWorker is '0', not a whole number from 1 to 2147483647. Correct it in"
                + " the profile."),
        mpi(
            "mpiImplementation: LAM",
            "mpiSpec.mpiImplementation is 'LAM'. It is one of OpenMPI, Intel and MPICH."),
        mpi(
            "mpiReplicaSpecs: {}",
            "mpiSpec.mpiReplicaSpecs stands beside launcher or worker. Use one spelling:"
                + " mpiReplicaSpecs, or launcher and worker."),
        new Case(
            "mpiSpec: {mpiReplicaSpecs: {Launcher: {template: {spec: {" + CONTAINERS + "}}}}}",
            "mpiSpec.mpiReplicaSpecs.Worker is missing. An MPI profile has a launcher's pod and a"
                + " worker's."));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Case given) {
    ProfileReading reading = ProfileReader.read(Profiles.of("p", given.data()));
    assertThat(reading.profile()).isEmpty();
    List<Finding> errors = reading.findings().stream().filter(Finding::isError).toList();
    assertThat(Profiles.sentences(errors))
        .isEqualTo(given.sentences().stream().map(text -> "Profile p: " + text).toList());
    assertThat(reading.findings()).extracting(Finding::blame).containsOnly(Blame.INTERNAL);
  }
}
