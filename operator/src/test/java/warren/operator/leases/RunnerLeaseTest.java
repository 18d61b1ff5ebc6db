package warren.operator.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.CREATED;
import static warren.operator.Fixtures.created;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.operator.Fixtures;
import warren.operator.entries.SeenWorkflow;
import warren.operator.leases.RunnerLease.Verdict;

final class RunnerLeaseTest {
  private static final Instant RENEWED = CREATED.plusSeconds(100);
  private static final Instant END = RENEWED.plusSeconds(30);

  @ParameterizedTest
  @CsvSource({"-1, true", "0, false", "1, false"})
  void aWorkflowLivesAsLongAsItsLease(int seconds, boolean lives) {
    Verdict verdict = judge(created(), Optional.of(lease()), END.plusSeconds(seconds));

    assertThat(verdict).isInstanceOf(lives ? Verdict.Keep.class : Verdict.Expired.class);
  }

  @ParameterizedTest
  @CsvSource({"29, true", "30, false", "31, false"})
  void aNewWorkflowMayBeWithoutALeaseForAsLong(int seconds, boolean lives) {
    Verdict verdict = judge(created(), Optional.empty(), CREATED.plusSeconds(seconds));

    assertThat(verdict).isInstanceOf(lives ? Verdict.Keep.class : Verdict.Expired.class);
  }

  @Test
  void theEndOfTheLeaseIsWhenToAskAgain() {
    assertThat(judge(created(), Optional.of(lease()), RENEWED)).isEqualTo(new Verdict.Keep(END));
  }

  @Test
  void workflowsOfOtherManagersAreNeverTouched() {
    Workflow workflow = created();
    WorkflowSpec spec = workflow.getSpec();
    workflow.setSpec(
        new WorkflowSpec(
            spec.desiredState(),
            "slurm",
            spec.jobID(),
            spec.userID(),
            spec.groupID(),
            false,
            false,
            spec.dwDirectives()));

    assertThat(judge(workflow, Optional.empty(), CREATED.plusSeconds(1_000_000)))
        .isEqualTo(new Verdict.NotOurs());
  }

  @Test
  void whatIsBeingDeletedIsNotDeletedAgain() {
    assertThat(judge(Fixtures.deleted(created()), Optional.empty(), CREATED.plusSeconds(100)))
        .isEqualTo(new Verdict.NotOurs());
  }

  private static Lease lease() {
    return new LeaseBuilder()
        .withNewSpec()
        .withLeaseDurationSeconds(30)
        .withRenewTime(RENEWED.atZone(ZoneOffset.UTC))
        .endSpec()
        .build();
  }

  private static Verdict judge(Workflow workflow, Optional<Lease> lease, Instant now) {
    return RunnerLease.judge(new SeenWorkflow(workflow), lease, now);
  }
}
