package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.containers.Containers.ended;
import static warren.operator.containers.Containers.job;
import static warren.operator.containers.Containers.running;
import static warren.operator.containers.Containers.seen;
import static warren.operator.containers.Containers.terminated;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import warren.dw.Blame;
import warren.dw.Finding;
import warren.names.Labels;
import warren.operator.Fixtures;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.profile.FailureAction;

final class ScriptTimeTest {
  private static final Instant NOW = Fixtures.ENTERED.plusSeconds(30);
  private static final Job RUNS = job("rabbit-1", running());
  private static final Job FAILED = job("rabbit-0", ended("Failed"));

  @Test
  void whatRunsOrHasEndedWellIsNoNews() {
    assertThat(
            ScriptTime.decide(
                seen(List.of(job("rabbit-0", ended("Complete")), RUNS), List.of()), NOW))
        .isEqualTo(Decision.done());
  }

  @Test
  void whatFailsForGoodIsToldAndNothingIsStopped() {
    Decision decision = ScriptTime.decide(failed(FailureAction.REPORT), NOW);

    assertThat(news(decision))
        .singleElement()
        .extracting(Finding::sentence)
        .asString()
        .contains("ended with exit code 7 on rabbit-0", "no route to host");
    assertThat(decision.actions()).isEmpty();
    assertThat(decision.annotations()).isEmpty();
  }

  @Test
  void theScriptIsEndedWhereTheProfileWantsThat() {
    Decision decision = ScriptTime.decide(failed(FailureAction.END_JOB), NOW);

    assertThat(news(decision)).hasSize(1);
    assertThat(decision.annotations()).isEqualTo(Map.of(Labels.END_JOB, "1"));
  }

  @Test
  void containersThatSomebodyDeletedAreTold() {
    assertThat(news(ScriptTime.decide(seen(List.of(RUNS), List.of()), NOW)))
        .extracting(Finding::sentence)
        .singleElement()
        .asString()
        .contains("removed before they had ended, on rabbit-0");
  }

  @Test
  void aKilledProcessInAContainerThatEndedWellIsAWarningThenAndInPostRun() {
    SeenContainers seen =
        seen(
            List.of(job("rabbit-0", ended("Complete")), job("rabbit-1", ended("Complete"))),
            List.of(shortOfMemory()));

    for (Decision decision :
        List.of(ScriptTime.decide(seen, NOW), PostRun.decide(seen, Fixtures.ENTERED))) {
      Finding warning = news(decision).getFirst();
      assertThat(warning.isError()).isFalse();
      assertThat(warning.sentence())
          .contains("Container app", "its limit of 64Mi on rabbit-0", "ended with exit code 0");
    }
  }

  @Test
  void aRabbitThatDoesNotAnswerIsToldThenAndInPostRun() {
    SeenContainers seen =
        seen(
            List.of(job("rabbit-0", running()), RUNS),
            List.of(
                ready(Containers.runs("rabbit-0"), "False"),
                ready(Containers.runs("rabbit-1"), "True")));

    Finding lost = news(ScriptTime.decide(seen, NOW)).getFirst();
    assertThat(lost.isError()).isFalse();
    assertThat(lost.message()).startsWith("The Rabbit rabbit-0 does not answer, so");
    assertThat(PostRun.decide(seen, Fixtures.ENTERED).outcome())
        .isInstanceOfSatisfying(
            Outcome.Wait.class, wait -> assertThat(wait.reason()).isEqualTo(lost.message()));
    assertThat(PostRun.decide(seen, Fixtures.ENTERED.plusSeconds(60)).outcome())
        .isInstanceOfSatisfying(
            Outcome.Fail.class,
            failed -> {
              assertThat(failed.findings().getFirst().blame()).isEqualTo(Blame.INTERNAL);
              assertThat(failed.findings().getFirst().message()).startsWith(lost.message());
            });
  }

  /** As the API server shows a pod whose kubelet says that its containers are ready. */
  private static Pod ready(Pod pod, String ready) {
    return new PodBuilder(pod)
        .editStatus()
        .addNewCondition()
        .withType("ContainersReady")
        .withStatus("True")
        .endCondition()
        .addNewCondition()
        .withType("Ready")
        .withStatus(ready)
        .endCondition()
        .endStatus()
        .build();
  }

  private static List<Finding> news(Decision decision) {
    return ((Outcome.Done) decision.outcome()).news();
  }

  private static SeenContainers failed(FailureAction action) {
    return Containers.withFailureAction(
        seen(List.of(FAILED, RUNS), List.of(terminated("rabbit-0", 7, "no route to host"))),
        action);
  }

  private static Pod shortOfMemory() {
    return new PodBuilder(ended("rabbit-0", 0))
        .editSpec()
        .editFirstContainer()
        .withNewResources()
        .addToLimits("memory", new Quantity("64Mi"))
        .endResources()
        .endContainer()
        .endSpec()
        .editStatus()
        .editFirstContainerStatus()
        .editState()
        .editTerminated()
        .withReason("OOMKilled")
        .endTerminated()
        .endState()
        .endContainerStatus()
        .endStatus()
        .build();
  }
}
