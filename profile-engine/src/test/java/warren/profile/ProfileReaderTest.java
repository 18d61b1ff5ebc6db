package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import warren.dw.Finding;
import warren.profile.ProfileReader.ProfileReading;
import warren.profile.ResolvedProfile.Overridden;

class ProfileReaderTest {
  @Test
  void all_faults_are_told_at_once() {
    ProfileReading reading =
        ProfileReader.read(
            Profiles.of(
                "p",
                """
                numPorts: 2
                storages: [{name: foo}]
                spec:
                  hostPID: true
                  containers: [{name: C}]
                """));
    assertThat(reading.findings())
        .extracting(finding -> finding.code().value())
        .containsExactly(
            "profile-field-not-supported",
            "profile-invalid",
            "profile-field-not-allowed",
            "profile-invalid",
            "profile-invalid");
  }

  @Test
  void an_item_with_nothing_in_it_is_a_fault() {
    ProfileReading reading =
        ProfileReader.read(
            Profiles.of(
                "p",
                """
                storages: [null]
                spec:
                  imagePullSecrets: [null]
                  volumes: [null]
                  containers: [{name: c, image: i, args: [a, null]}, null]
                """));
    assertThat(Profiles.sentences(reading.findings()))
        .containsExactly(
            "Profile p: storages[0] is 'null', not an object. Correct it in the profile.",
            "Profile p: spec.volumes[0] is 'null', not an object. Correct it in the profile.",
            "Profile p: spec.containers[1] is 'null', not an object. Correct it in the profile.",
            "Profile p: spec.imagePullSecrets[0] is 'null', not an object. Correct it in the profile.",
            "Profile p: spec.containers[0].args[1] is 'null', not a value. Correct it in the profile.");
  }

  @Test
  void labels_and_annotations_of_a_template_are_kept_but_those_that_tell_whose_a_pod_is() {
    ProfileWorkload workload =
        ProfileReader.read(
                Profiles.of(
                    "p",
                    """
                    mpiSpec:
                      mpiReplicaSpecs:
                        Launcher:
                          template:
                            metadata:
                              labels: {team: physics, nnf.cray.hpe.com/container: mine}
                            spec: {containers: [{name: c, image: i}]}
                        Worker:
                          template:
                            metadata:
                              annotations: {contact: Ann, warren.internal/x: "y"}
                            spec: {containers: [{name: c, image: i}]}
                    """))
            .profile()
            .orElseThrow()
            .workload();
    assertThat(workload)
        .isInstanceOfSatisfying(
            ProfileWorkload.Mpi.class,
            mpi -> {
              assertThat(mpi.launcher().getMetadata().getLabels())
                  .isEqualTo(Map.of("team", "physics"));
              assertThat(mpi.launcher().getMetadata().getAnnotations()).isNullOrEmpty();
              assertThat(mpi.worker().getMetadata().getLabels()).isNullOrEmpty();
              assertThat(mpi.worker().getMetadata().getAnnotations())
                  .isEqualTo(Map.of("contact", "Ann"));
            });
  }

  @Test
  void switches_that_are_off_are_no_fault() {
    assertThat(
            ProfileReader.read(
                    Profiles.of(
                        "p",
                        """
                        createContainer: true
                        numPorts: 0
                        spec:
                          hostNetwork: false
                          containers: [{name: c, image: i, securityContext: {privileged: false}}]
                        """))
                .findings())
        .noneMatch(Finding::isError);
  }

  @Test
  void an_mpi_jobs_own_choices_are_told_where_they_differ_from_warrens() {
    String pod =
        "template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}";
    ResolvedProfile profile =
        ProfileReader.read(
                Profiles.of(
                    "p",
                    """
                    mpiSpec:
                      launcherCreationPolicy: AtStartup
                      runPolicy: {cleanPodPolicy: None, backoffLimit: 3, suspend: false}
                      mpiReplicaSpecs:
                        Launcher: {replicas: 1, restartPolicy: OnFailure, %s}
                        Worker: {replicas: 4, restartPolicy: Never, %s}
                    """
                        .formatted(pod, pod)))
            .profile()
            .orElseThrow();
    assertThat(profile.overrides())
        .extracting(Overridden::field, override -> override.given().orElse(""), Overridden::used)
        .containsExactly(
            tuple("mpiSpec.launcherCreationPolicy", "AtStartup", "WaitForWorkersReady"),
            tuple("mpiSpec.runPolicy.cleanPodPolicy", "None", "Running"),
            tuple("mpiSpec.runPolicy.backoffLimit", "3", "6"),
            tuple("mpiSpec.mpiReplicaSpecs.Launcher.restartPolicy", "OnFailure", "Never"),
            tuple("mpiSpec.mpiReplicaSpecs.Worker.replicas", "4", "one a Rabbit"));
  }

  @Test
  void what_warren_decides_itself_is_told_and_left_out() {
    ResolvedProfile profile =
        ProfileReader.read(
                Profiles.of(
                    "p",
                    """
                    spec:
                      restartPolicy: OnFailure
                      serviceAccountName: admin
                      automountServiceAccountToken: true
                      nodeName: rabbit-7
                      hostname: h
                      subdomain: s
                      securityContext: {runAsUser: 0}
                      containers:
                      - {name: c, image: i, imagePullPolicy: Never}
                    """))
            .profile()
            .orElseThrow();
    assertThat(profile.overrides())
        .extracting(Overridden::field, override -> override.given().orElse(""), Overridden::used)
        .containsExactly(
            tuple("spec.restartPolicy", "OnFailure", "Never"),
            tuple("spec.serviceAccountName", "admin", "none"),
            tuple("spec.automountServiceAccountToken", "true", "false"),
            tuple("spec.nodeName", "rabbit-7", "one pod on each Rabbit"),
            tuple("spec.hostname", "h", "a name given by Warren"),
            tuple("spec.subdomain", "s", "the workflow's name"),
            tuple("spec.securityContext", "{\"runAsUser\":0}", "that of the job's user"),
            tuple("spec.containers[0].imagePullPolicy", "Never", "Always"));
    assertThat(pod(profile).getRestartPolicy()).isNull();
    assertThat(pod(profile).getServiceAccountName()).isNull();
    assertThat(pod(profile).getSecurityContext()).isNull();
    assertThat(pod(profile).getContainers().get(0).getImagePullPolicy()).isNull();
  }

  @Test
  void what_an_author_may_decide_is_kept() {
    PodSpec pod =
        pod(
            ProfileReader.read(
                    Profiles.of(
                        "p",
                        """
                        spec:
                          terminationGracePeriodSeconds: 5
                          shareProcessNamespace: true
                          dnsConfig: {searches: [a.example]}
                          imagePullSecrets: [{name: s}, {name: t}]
                          volumes: [{name: v, emptyDir: {sizeLimit: 1Gi}}]
                          initContainers:
                          - {name: side, image: j, restartPolicy: Always}
                          containers:
                          - name: c
                            image: i
                            args: [x]
                            workingDir: /w
                            env: [{name: A, value: b}]
                            envFrom: [{configMapRef: {name: m}}]
                            resources: {limits: {cpu: "2"}}
                            volumeMounts: [{name: v, mountPath: /v}]
                            readinessProbe: {tcpSocket: {port: 80}}
                            lifecycle: {preStop: {exec: {command: [stop]}}}
                        """))
                .profile()
                .orElseThrow());
    assertThat(PodSpecs.images(pod)).containsExactly("j", "i");
    assertThat(PodSpecs.pullSecrets(pod)).containsExactly("s", "t");
    assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(5);
    assertThat(pod.getVolumes().get(0).getEmptyDir().getSizeLimit().toString()).isEqualTo("1Gi");
    assertThat(pod.getContainers().get(0).getResources().getLimits().get("cpu").toString())
        .isEqualTo("2");
    assertThat(pod.getContainers().get(0).getReadinessProbe().getTcpSocket().getPort().getIntVal())
        .isEqualTo(80);
  }

  @Test
  void zero_timeouts_and_restrictions_are_read() {
    ResolvedProfile profile =
        ProfileReader.read(
                Profiles.of(
                    "p",
                    """
                    preRunTimeoutSeconds: 0
                    postRunTimeoutSeconds: 7
                    retryLimit: 0
                    userID: 4294967295
                    groupID: 0
                    spec: {containers: [{name: c, image: i}]}
                    """))
            .profile()
            .orElseThrow();
    assertThat(profile.preRunTimeout()).isEqualTo(Duration.ZERO);
    assertThat(profile.postRunTimeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(profile.retryLimit()).isZero();
    assertThat(profile.users().userId()).hasValue(4294967295L);
    assertThat(profile.users().groupId()).hasValue(0);
  }

  private static PodSpec pod(ResolvedProfile profile) {
    assertThat(profile.workload()).isInstanceOf(ProfileWorkload.Single.class);
    return ((ProfileWorkload.Single) profile.workload()).pod();
  }
}
