package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cluster.CommandResult;

/** What the API server itself refuses, whoever asks. */
@ExtendWith(Lab.Extension.class)
class AdmissionTest {
  private final Lab lab;
  private final TestNamespace namespace;

  AdmissionTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @Test
  void onlyAWorkloadManagerMayCreateWorkflows() {
    CommandResult asAdministrator = lab.cluster().kubectl(List.of("apply", "-f", "-"), workflow());
    assertThat(asAdministrator.exitCode()).isNotZero();
    assertThat(asAdministrator.stderr()).contains("only a workload manager");

    CommandResult asRunner =
        lab.cluster()
            .kubectl(
                List.of(
                    "create",
                    "--as=system:serviceaccount:warren-system:warren-runner",
                    "--dry-run=server",
                    "-f",
                    "-"),
                workflow());
    assertThat(asRunner.exitCode()).as(asRunner.stderr()).isZero();
  }

  @Test
  void nobodyButTheOperatorMakesPinnedProfiles() {
    CommandResult refused =
        lab.cluster()
            .kubectl(
                List.of("apply", "-f", "-"),
                """
                apiVersion: nnf.cray.hpe.com/v1alpha11
                kind: NnfContainerProfile
                metadata:
                  name: forged-1
                  namespace: %s
                data:
                  pinned: true
                  spec:
                    containers:
                    - name: forged
                      image: anything
                """
                    .formatted(namespace.name()));
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.stderr()).contains("only Warren's operator makes pinned profiles");
  }

  @Test
  void theNamespaceDefaultIsRestrictedToo() {
    assertThat(
            lab.client()
                .namespaces()
                .withName("default")
                .get()
                .getMetadata()
                .getLabels()
                .get("pod-security.kubernetes.io/enforce"))
        .isEqualTo("restricted");
  }

  @Test
  void aPodWithAHostPathIsRefusedInAWorkflowNamespace() {
    CommandResult refused =
        lab.cluster()
            .kubectl(
                List.of("apply", "-f", "-"),
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: nosy
                  namespace: %s
                spec:
                  containers:
                  - name: nosy
                    image: anything
                    volumeMounts:
                    - name: host
                      mountPath: /host
                  volumes:
                  - name: host
                    hostPath:
                      path: /
                """
                    .formatted(namespace.name()));
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.stderr()).contains("violates PodSecurity \"restricted:latest\"");
  }

  private String workflow() {
    return """
    apiVersion: dataworkflowservices.github.io/v1alpha7
    kind: Workflow
    metadata:
      name: not-mine
      namespace: %s
    spec:
      desiredState: Proposal
      wlmID: somebody
      jobID: 1
      userID: 1050
      groupID: 1051
      dwDirectives: []

    """
        .formatted(namespace.name());
  }
}
