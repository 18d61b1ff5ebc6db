package warren.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.api.Workflow;
import warren.names.WorkflowIdentity;
import warren.plan.UserIdentity;

class JobRequestTest {
  private static JobRequest request(String name, String directive) {
    return new JobRequest(
        "jobs", name, "wlm", "7", new UserIdentity(1050, 1051), List.of(directive));
  }

  @Test
  void theWorkflowAsksForProposalAndHoldsTheTexts() {
    Workflow workflow = request("job-7", "#DW a").workflow();

    assertThat(workflow.getMetadata().getNamespace()).isEqualTo("jobs");
    assertThat(workflow.getSpec().desiredState()).isEqualTo("Proposal");
    assertThat(workflow.getSpec().directives()).containsExactly("#DW a");
    assertThat(workflow.getSpec().userID()).isEqualTo(1050);
  }

  @Test
  void theOtherGroupsOfTheUserTravelInAnAnnotation() {
    UserIdentity member = new UserIdentity(1050, 1051, List.of(100L, 200L));
    JobRequest request = new JobRequest("jobs", "job-7", "wlm", "7", member, List.of());

    assertThat(request.workflow().getMetadata().getAnnotations())
        .containsExactly(Map.entry("warren.internal/supplementary-groups", "100,200"));
    assertThat(request("job-7", "#DW a").workflow().getMetadata().getAnnotations()).isEmpty();
  }

  @Test
  void theNameOfTheUserTravelsInAnAnnotation() {
    UserIdentity ann = new UserIdentity(1050, 1051).withName("ann");
    JobRequest request = new JobRequest("jobs", "job-7", "wlm", "7", ann, List.of());

    assertThat(request.workflow().getMetadata().getAnnotations())
        .containsExactly(Map.entry("warren.internal/user-name", "ann"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7job", "Job", "job-", "a.b", "a2345678901234567890123456789012345678901"})
  void aNameThatObjectsCannotBeginWithIsRefused(String name) {
    assertThatThrownBy(() -> request(name, "#DW a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DNS-1035");
  }

  @Test
  void aStoredWorkflowIsRecognisedByWhatWasAskedForAndNotByItsNameAlone() {
    JobRequest request = request("job-7", "#DW a");

    assertThat(request.made(request.workflow())).isTrue();
    assertThat(request.made(request("job-7", "#DW b").workflow())).isFalse();
    assertThat(request.made(new Workflow())).isFalse();
  }

  @Test
  void theLeaseIsOwnedByTheWorkflowAndHoldsHalfAMinute() {
    WorkflowIdentity workflow = new WorkflowIdentity("jobs", "job-7", "u-1");
    ZonedDateTime now = ZonedDateTime.parse("2026-11-21T12:00:00.123456789Z");

    Lease lease = LeaseKeeper.lease(workflow, "host/1", now);

    assertThat(lease.getMetadata().getNamespace()).isEqualTo("jobs");
    assertThat(lease.getMetadata().getName()).isEqualTo("job-7");
    assertThat(lease.getMetadata().getOwnerReferences())
        .singleElement()
        .satisfies(
            owner -> {
              assertThat(owner.getKind()).isEqualTo("Workflow");
              assertThat(owner.getApiVersion())
                  .isEqualTo("dataworkflowservices.github.io/v1alpha7");
              assertThat(owner.getUid()).isEqualTo("u-1");
            });
    assertThat(lease.getSpec().getLeaseDurationSeconds()).isEqualTo(30);
    assertThat(lease.getSpec().getRenewTime())
        .isEqualTo(ZonedDateTime.parse("2026-11-21T12:00:00.123456Z"));
  }
}
