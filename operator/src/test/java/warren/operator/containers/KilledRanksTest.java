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
import org.junit.jupiter.params.provider.ValueSource;
import warren.operator.Fixtures;
import warren.operator.containers.Unit.Phase;
import warren.operator.decision.Decision;

final class KilledRanksTest {
  private static final Instant END = Fixtures.ENTERED.plusSeconds(9);
  private static final String KILLED =
      "mpirun noticed that process rank 1 with PID 0 on node w exited on signal 9 (Killed).";

  @ParameterizedTest
  @ValueSource(
      strings = {
        KILLED,
        "=   EXIT CODE: 9\nYOUR APPLICATION TERMINATED WITH THE EXIT STRING: Killed (signal 9)",
        "prterun noticed that process rank 0 exited on signal 9 (Killed)."
      })
  void theWorkersMayTellWhyARankWasKilled(String words) {
    assertThat(decide(END, words, worker(false)))
        .contains(
            Decision.waitFor(
                "A rank was killed; the reason is being looked for.", END.plusSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({"4, true", "5, false"})
  void butNotForEver(int seconds, boolean waits) {
    assertThat(decide(END.plusSeconds(seconds), KILLED, worker(false)).isPresent())
        .isEqualTo(waits);
  }

  @Test
  void nobodyWaitsWhenAllIsToldOrNobodyWasKilled() {
    assertThat(decide(END, KILLED, worker(true))).isEmpty();
    assertThat(decide(END, "exit code 205", worker(false))).isEmpty();
  }

  private static Optional<Decision> decide(Instant now, String words, Pod worker) {
    Pod launcher = role(ended("rabbit-0", 137), "launcher");
    var end = launcher.getStatus().getContainerStatuses().getFirst().getState().getTerminated();
    end.setFinishedAt(END.toString());
    end.setMessage(words);
    Unit unit =
        new Unit(
            "as an MPI job",
            Phase.FAILED,
            Optional.of(new GenericKubernetesResource()),
            Optional.empty(),
            List.of(launcher, worker),
            List.of());
    return KilledRanks.decide(
        new SeenContainers(
            Fixtures.IDENTITY,
            Fixtures.ENTERED,
            Containers.plan(Duration.ofSeconds(60), Duration.ZERO),
            List.of(),
            Map.of(),
            Containers.PLACES,
            List.of(unit),
            Containers.secrets(List.of()),
            Set.of()),
        now);
  }

  private static Pod worker(boolean ended) {
    Pod pod = role(ended("rabbit-1", 0), "worker");
    if (!ended) {
      pod.getStatus().getContainerStatuses().getFirst().getState().setTerminated(null);
    }
    return pod;
  }

  private static Pod role(Pod pod, String role) {
    return pod.edit()
        .editMetadata()
        .addToLabels("training.kubeflow.org/job-role", role)
        .endMetadata()
        .build();
  }
}
