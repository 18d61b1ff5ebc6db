package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.containers.Containers.ended;
import static warren.operator.containers.Containers.job;
import static warren.operator.containers.Containers.running;
import static warren.operator.containers.Containers.seen;
import static warren.operator.containers.Containers.terminated;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;

final class PostRunTest {
  private static final Instant DEADLINE = Fixtures.ENTERED.plusSeconds(60);
  private static final Job DONE = job("rabbit-0", ended("Complete"));
  private static final Job RUNS = job("rabbit-1", running());

  @Test
  void itIsDoneWhenAllHaveEndedWell() {
    List<Job> jobs = List.of(DONE, job("rabbit-1", ended("Complete")));

    assertThat(PostRun.decide(seen(jobs, List.of()), DEADLINE)).isEqualTo(Decision.done());
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, false", "1, false"})
  void whoDoesNotEndInTimeIsStopped(int seconds, boolean waits) {
    Decision decision =
        PostRun.decide(seen(List.of(DONE, RUNS), List.of()), DEADLINE.plusSeconds(seconds));

    if (waits) {
      assertThat(decision)
          .isEqualTo(
              Decision.waitFor("The containers of profile prof still run on rabbit-1.", DEADLINE));
    } else {
      assertThat(decision.outcome()).isInstanceOf(Outcome.Fail.class);
      assertThat(decision.actions()).isEqualTo(List.of(new Action.Stop(RUNS)));
    }
  }

  @Test
  void whenOneRabbitFailsTheOthersAreStopped() {
    Decision decision =
        PostRun.decide(
            seen(List.of(job("rabbit-0", ended("Failed")), RUNS), List.of()), Fixtures.ENTERED);

    assertThat(decision.outcome()).isInstanceOf(Outcome.Fail.class);
    assertThat(decision.actions()).isEqualTo(List.of(new Action.Stop(RUNS)));
  }

  @Test
  void aTimeoutOfZeroDoesNotWaitButStillTellsOfFailures() {
    assertThat(
            PostRun.decide(
                seen(List.of(DONE, RUNS), List.of(), List.of(), List.of(), Duration.ZERO),
                DEADLINE))
        .isEqualTo(Decision.done());
    assertThat(
            PostRun.decide(
                    seen(
                        List.of(DONE, job("rabbit-1", ended("Failed"))),
                        List.of(terminated("rabbit-1", 1, "")),
                        List.of(),
                        List.of(),
                        Duration.ZERO),
                    DEADLINE)
                .outcome())
        .isInstanceOf(Outcome.Fail.class);
  }

  @Test
  void whatRanLongerThanTheProfileAllowsIsToldSo() {
    Job stopped = job("rabbit-1", ended("Failed", "DeadlineExceeded"));
    Decision decision =
        PostRun.decide(
            seen(List.of(DONE, stopped), List.of(terminated("rabbit-1", 143, ""))),
            Fixtures.ENTERED);

    assertThat(((Outcome.Fail) decision.outcome()).findings().getFirst().message())
        .isEqualTo(
            "The containers of profile prof ran longer than the 90 seconds it allows"
                + " (limits.runSeconds), on rabbit-1, and were stopped.");
  }

  @Test
  void aJobThatVanishedFails() {
    Decision decision = PostRun.decide(seen(List.of(DONE), List.of()), Fixtures.ENTERED);

    assertThat(((Outcome.Fail) decision.outcome()).findings().getFirst().message())
        .contains("removed before they had ended", "rabbit-1");
  }
}
