package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.api.NnfContainerProfile;
import warren.cli.demo.PullSecret;
import warren.dw.WorkflowState;

/** Nobody gets round the copy of a profile that was checked. */
@ExtendWith(Lab.Extension.class)
class PinnedProfilesTest {
  private final Lab lab;
  private final TestNamespace namespace;
  private final String profile;

  PinnedProfilesTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
    this.profile = namespace.own("pinned");
  }

  @BeforeEach
  void profile() {
    new Profiles(lab)
        .put(
            profile,
            Profiles.IMAGE,
            PullSecret.NAME,
            "retryLimit: 0\npostRunTimeoutSeconds: 0",
            List.of("/bin/sh", "-c", "sleep 1000"));
  }

  @Test
  void whatBecomesOfTheOriginalChangesNothing() throws InterruptedException {
    try (DrivenJob job = new DrivenJob(namespace, "outlives", profile)) {
      job.reach(WorkflowState.PROPOSAL);
      kubectl("delete", "nnfcontainerprofile", profile, "-n", "nnf-system");
      job.reach(WorkflowState.DATA_OUT);
    }
  }

  @Test
  void aCopyThatWasRemovedIsRefused() throws InterruptedException {
    try (DrivenJob job = new DrivenJob(namespace, "robbed", profile)) {
      job.reach(WorkflowState.DATA_IN);
      kubectl("delete", "nnfcontainerprofile", "robbed-1", "-n", namespace.name());
      job.ask(WorkflowState.PRE_RUN);
      assertThat(job.failure(WorkflowState.PRE_RUN))
          .contains("copy robbed-1 of its profile cannot be used: it was removed after");
    }
  }

  @Test
  void aCopyThatWasEditedIsRefused() throws InterruptedException {
    try (DrivenJob job = new DrivenJob(namespace, "edited", profile)) {
      job.reach(WorkflowState.DATA_IN);
      NnfContainerProfile copy =
          lab.client()
              .resources(NnfContainerProfile.class)
              .inNamespace(namespace.name())
              .withName("edited-1")
              .get();
      kubectl("delete", "nnfcontainerprofile", "edited-1", "-n", namespace.name());
      copy.getData().put("retryLimit", 7);
      copy.getMetadata().setResourceVersion(null);
      copy.getMetadata().setUid(null);
      createAsOperator(Serialization.asYaml(copy));
      job.ask(WorkflowState.PRE_RUN);
      assertThat(job.failure(WorkflowState.PRE_RUN))
          .contains("copy edited-1 of its profile cannot be used: it was edited after");
    }
  }

  @Test
  void aCopyThatSomebodyElsePutThereBeforehandIsRefused() throws InterruptedException {
    createAsOperator(
        """
        apiVersion: nnf.cray.hpe.com/v1alpha11
        kind: NnfContainerProfile
        metadata:
          name: foreign-1
          namespace: %s
        data:
          pinned: true
          spec:
            containers:
            - name: forged
              image: anything
        """
            .formatted(namespace.name()));
    try (DrivenJob job = new DrivenJob(namespace, "foreign", profile)) {
      assertThat(job.failure(WorkflowState.PROPOSAL))
          .contains("copy foreign-1 of its profile cannot be used: it belongs to somebody else");
    }
    kubectl("delete", "nnfcontainerprofile", "foreign-1", "-n", namespace.name());
  }

  private void kubectl(String... arguments) {
    lab.cluster().kubectl(List.of(arguments)).orThrow(String.join(" ", arguments));
  }

  /** Only the operator may make pinned profiles: the worst case is who has its rights. */
  private void createAsOperator(String manifest) {
    lab.cluster()
        .kubectl(
            List.of(
                "create", "--as=system:serviceaccount:warren-system:warren-operator", "-f", "-"),
            manifest)
        .orThrow("the forged copy was not accepted");
  }
}
