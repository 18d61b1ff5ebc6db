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
import org.junit.jupiter.params.provider.ValueSource;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.operator.Fixtures;
import warren.operator.entries.SeenWorkflow;
import warren.operator.leases.RunnerLease.Verdict;

final class RunnerLeasesTest {
  private static final Instant SEEN = CREATED.plusSeconds(100);
  private static final int HEARTBEAT = 30;
  private static final int SECOND_LOOK = 15;
  private static final int DAY = 86_400;

  private final RunnerLeases leases = new RunnerLeases();

  @ParameterizedTest
  @ValueSource(ints = {-60, -40, 0, 60})
  void aLeaseEndsADurationAfterItWasFirstSeenWhateverTheRunnersClockSays(int skew) {
    Optional<Lease> lease = lease(skew, HEARTBEAT);

    assertThat(at(0, lease)).isEqualTo(keepUntil(30));
    assertThat(at(29, lease)).isEqualTo(keepUntil(30));
    assertThat(at(30, lease)).as("a second look").isEqualTo(keepUntil(45));
    assertThat(at(44, lease)).isEqualTo(keepUntil(45));
    assertThat(at(45, lease)).isInstanceOf(Verdict.Expired.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, 0, 60})
  void whoRenewsLives(int skew) {
    for (int second = 0; second < 300; second += 10) {
      assertThat(at(second, lease(skew + second, HEARTBEAT))).isEqualTo(keepUntil(second + 30));
    }
  }

  @Test
  void aRenewalAfterItsEndStillCounts() {
    at(0, lease(0, HEARTBEAT));
    at(30, lease(0, HEARTBEAT));

    assertThat(at(44, lease(43, HEARTBEAT))).isEqualTo(keepUntil(74));
    assertThat(at(74, lease(43, HEARTBEAT))).as("looked at twice again").isEqualTo(keepUntil(89));
  }

  @Test
  void anApiServerThatWasAwayIsNotTheRunnersDeath() {
    at(0, lease(0, HEARTBEAT));

    assertThat(at(65, lease(0, HEARTBEAT))).as("the first look after it").isEqualTo(keepUntil(80));
    assertThat(at(75, lease(74, HEARTBEAT))).isEqualTo(keepUntil(105));
  }

  @Test
  void aRestartOfTheOperatorCostsOneDuration() {
    Optional<Lease> old = lease(-1_000, HEARTBEAT);

    assertThat(at(0, old)).isEqualTo(keepUntil(30));
    assertThat(at(30, old)).isEqualTo(keepUntil(45));
    assertThat(at(45, old)).isInstanceOf(Verdict.Expired.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 86400",
    "60, 86400", // the runner's clock is ahead: it did not renew after we saw it
    "-60, 86340",
    "-86000, 400", // the operator has restarted meanwhile
    "-86390, 30",
    "-100000, 30"
  })
  void aLeaseForADayCountsFromItsRenewalButNotWithinAHeartbeatOfFirstSight(int renewed, int end) {
    Optional<Lease> lease = lease(renewed, DAY);

    assertThat(at(0, lease)).isEqualTo(keepUntil(end));
    assertThat(at(end, lease)).isEqualTo(keepUntil(end + SECOND_LOOK));
    assertThat(at(end + SECOND_LOOK, lease)).isInstanceOf(Verdict.Expired.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, 0, 5, 1_000})
  void withoutALeaseAWorkflowLivesADurationFromFirstSight(int secondsAfterCreation) {
    Instant first = CREATED.plusSeconds(secondsAfterCreation);

    assertThat(judge(created(), Optional.empty(), first))
        .isEqualTo(new Verdict.Keep(first.plusSeconds(30)));
    assertThat(judge(created(), Optional.empty(), first.plusSeconds(30)))
        .isEqualTo(new Verdict.Keep(first.plusSeconds(45)));
    assertThat(judge(created(), Optional.empty(), first.plusSeconds(45)))
        .isInstanceOf(Verdict.Expired.class);
  }

  @Test
  void aLeaseThatSaysNothingLastsAHeartbeat() {
    Optional<Lease> lease = Optional.of(new LeaseBuilder().withNewSpec().endSpec().build());

    assertThat(at(0, lease)).isEqualTo(keepUntil(30));
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

    for (int second : new int[] {0, 1_000, 1_000_000}) {
      assertThat(judge(workflow, Optional.empty(), SEEN.plusSeconds(second)))
          .isEqualTo(new Verdict.NotOurs());
    }
  }

  @Test
  void whatIsBeingDeletedIsNotDeletedAgainAndIsForgotten() {
    at(0, lease(0, HEARTBEAT));
    assertThat(leases.size()).isEqualTo(1);

    assertThat(judge(Fixtures.deleted(created()), Optional.empty(), SEEN.plusSeconds(100)))
        .isEqualTo(new Verdict.NotOurs());
    assertThat(leases.size()).isZero();
  }

  @Test
  void whatIsGoneIsForgotten() {
    at(0, lease(0, HEARTBEAT));

    leases.forget(Fixtures.UID);

    assertThat(leases.size()).isZero();
  }

  private Verdict at(int second, Optional<Lease> lease) {
    return judge(created(), lease, SEEN.plusSeconds(second));
  }

  private Verdict judge(Workflow workflow, Optional<Lease> lease, Instant now) {
    return leases.judge(new SeenWorkflow(workflow), lease, now);
  }

  private static Verdict keepUntil(int second) {
    return new Verdict.Keep(SEEN.plusSeconds(second));
  }

  private static Optional<Lease> lease(int renewed, int duration) {
    return Optional.of(
        new LeaseBuilder()
            .withNewSpec()
            .withLeaseDurationSeconds(duration)
            .withRenewTime(SEEN.plusSeconds(renewed).atZone(ZoneOffset.UTC))
            .endSpec()
            .build());
  }
}
