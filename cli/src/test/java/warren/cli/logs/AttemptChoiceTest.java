package warren.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import warren.client.logs.ContainerAttempt;
import warren.names.Labels;

class AttemptChoiceTest {
  private static final AttemptChoice ALL =
      new AttemptChoice(Optional.empty(), Optional.empty(), false);

  private static ContainerAttempt attempt(
      String pod, String rabbit, String container, int number, Map<String, String> labels) {
    return new ContainerAttempt(
        "default",
        pod,
        "uid-" + pod,
        Optional.of(rabbit),
        container,
        number,
        true,
        OptionalInt.of(0),
        Optional.empty(),
        "2026-11-30T13:00:0" + pod.charAt(pod.length() - 1) + "Z",
        labels);
  }

  private static ContainerAttempt ofJob(String pod, String rabbit) {
    return attempt(pod, rabbit, "main", 0, Map.of("batch.kubernetes.io/job-name", "job-" + rabbit));
  }

  @Test
  void ofEachContainerTheLastAttemptIsChosen() {
    ContainerAttempt first = ofJob("a-1", "rabbit-0");
    ContainerAttempt second = ofJob("b-2", "rabbit-0");
    ContainerAttempt third = ofJob("c-3", "rabbit-0");
    ContainerAttempt other = ofJob("d-1", "rabbit-1");
    List<ContainerAttempt> all = List.of(third, other, first, second);

    assertThat(ALL.of(all)).containsExactlyInAnyOrder(third, other);
    assertThat(new AttemptChoice(Optional.empty(), Optional.empty(), true).of(all))
        .containsExactly(second);
    assertThat(new AttemptChoice(Optional.of("rabbit-1"), Optional.empty(), false).of(all))
        .containsExactly(other);
    assertThat(new AttemptChoice(Optional.empty(), Optional.of("x"), false).of(all)).isEmpty();
  }

  @Test
  void aRestartedContainerHasAttemptsInOnePod() {
    ContainerAttempt first = attempt("a-1", "rabbit-0", "main", 0, Map.of());
    ContainerAttempt second = attempt("a-1", "rabbit-0", "main", 1, Map.of());

    assertThat(ALL.of(List.of(second, first))).containsExactly(second);
    assertThat(
            new AttemptChoice(Optional.empty(), Optional.empty(), true).of(List.of(second, first)))
        .containsExactly(first);
  }

  @Test
  void theLauncherComesFirst() {
    ContainerAttempt worker =
        attempt("w-0", "rabbit-0", "worker", 0, Map.of(Labels.MPI_ROLE, "worker"));
    ContainerAttempt launcher =
        attempt("l-1", "rabbit-0", "launcher", 0, Map.of(Labels.MPI_ROLE, "launcher"));

    assertThat(ALL.of(List.of(worker, launcher))).containsExactly(launcher, worker);
  }

  @Test
  void whereNothingIsChosenTheReasonNamesWhatThereIs() {
    List<ContainerAttempt> all = List.of(ofJob("a-1", "rabbit-0"), ofJob("b-1", "rabbit-1"));

    assertThat(ALL.nothing(List.of())).isEqualTo("none of its containers has started");
    assertThat(new AttemptChoice(Optional.of("x"), Optional.empty(), false).nothing(all))
        .isEqualTo(
            "no container has started on 'x'; containers have started on rabbit-0, rabbit-1");
    assertThat(new AttemptChoice(Optional.empty(), Optional.of("x"), false).nothing(all))
        .isEqualTo("no container named 'x' has started; those that have are main");
    assertThat(new AttemptChoice(Optional.empty(), Optional.empty(), true).nothing(all))
        .isEqualTo("no container has had an earlier attempt");
  }
}
