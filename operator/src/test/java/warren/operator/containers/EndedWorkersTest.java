package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.containers.Containers.ended;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.operator.Fixtures;
import warren.operator.containers.Unit.Phase;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.entries.WorkflowDraft;

final class EndedWorkersTest {
  private static final Instant END = Fixtures.ENTERED.plusSeconds(9);

  @Test
  void aWorkerThatEndsBeforeTheLauncherIsToldAtOnceAndIsFinalWithoutRetries() {
    Decision decision = decide(0, Set.of(), Phase.STARTING, END, worker("a", 1));

    assertThat(WorkflowDraft.message(((Outcome.Fail) decision.outcome()).findings()))
        .startsWith(
            "User error: Container app (image reg/app:1) of profile prof ended with exit code 1 on"
                + " rabbit-0");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "9, false", "10, true"})
  void withRetriesTheWorkerIsReplacedAfterAPause(int seconds, boolean replaced) {
    Pod worker = worker("a", 1);
    Decision decision = decide(2, Set.of(), Phase.STARTING, END.plusSeconds(seconds), worker);

    assertThat(((Outcome.Wait) decision.outcome()).reason())
        .startsWith("Failed once, tried again: Container app");
    assertThat(decision.actions())
        .isEqualTo(replaced ? List.of(new Action.Delete(worker)) : List.of());
    assertThat(decision.annotations())
        .isEqualTo(replaced ? Map.of("warren.internal/replaced-workers-1", "a") : Map.of());
  }

  @Test
  void theRetriesOfAllWorkersTogetherAreCounted() {
    assertThat(decide(2, Set.of("a", "b"), Phase.STARTING, END, worker("c", 1)).outcome())
        .isInstanceOf(Outcome.Fail.class);
    // Seen before, but not gone yet: no further try.
    assertThat(decide(2, Set.of("a", "b"), Phase.STARTING, END, worker("b", 1)).outcome())
        .isInstanceOf(Outcome.Wait.class);
  }

  @Test
  void aWorkerThatEndsWellIsNoGoodEither() {
    Decision decision = decide(0, Set.of(), Phase.STARTING, END, worker("a", 0));

    assertThat(WorkflowDraft.message(((Outcome.Fail) decision.outcome()).findings()))
        .startsWith(
            "User error: The worker of profile prof on rabbit-0 ended by itself, before the"
                + " launcher had.");
  }

  @Test
  void onceTheLauncherHasEndedWorkersMay() {
    assertThat(EndedWorkers.decide(seen(0, Set.of(), Phase.SUCCEEDED, worker("a", 143)), END))
        .isEmpty();
  }

  private static Decision decide(
      int retries, Set<String> replaced, Phase phase, Instant now, Pod... workers) {
    return EndedWorkers.decide(seen(retries, replaced, phase, workers), now).orElseThrow();
  }

  private static SeenContainers seen(
      int retries, Set<String> replaced, Phase phase, Pod... workers) {
    Unit unit =
        new Unit(
            "as an MPI job",
            phase,
            Optional.of(new GenericKubernetesResource()),
            Optional.empty(),
            List.of(workers),
            List.of());
    return new SeenContainers(
        Fixtures.IDENTITY,
        Fixtures.ENTERED,
        Containers.plan(Duration.ofSeconds(60), Duration.ZERO, retries),
        List.of(),
        Map.of(),
        Containers.PLACES,
        List.of(unit),
        Containers.secrets(List.of()),
        replaced);
  }

  private static Pod worker(String uid, int exitCode) {
    Pod pod = ended("rabbit-0", exitCode);
    pod.getMetadata().setUid(uid);
    return pod.edit()
        .editMetadata()
        .addToLabels("training.kubeflow.org/job-role", "worker")
        .endMetadata()
        .editStatus()
        .editFirstContainerStatus()
        .editState()
        .editTerminated()
        .withFinishedAt(END.toString())
        .endTerminated()
        .endState()
        .endContainerStatus()
        .endStatus()
        .build();
  }
}
