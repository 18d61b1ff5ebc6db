package warren.operator.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.entries.Entry;
import warren.operator.entries.EntryStatus;
import warren.operator.history.WorkflowChange.Entered;
import warren.operator.history.WorkflowChange.EntryReported;
import warren.operator.history.WorkflowChange.Left;
import warren.operator.history.WorkflowChange.Progress;
import warren.operator.history.WorkflowChange.Ready;
import warren.operator.history.WorkflowChange.WorkflowReported;

final class EventTextsTest {
  @Test
  void theFirstState() {
    assertThat(told(new Entered(WorkflowState.PROPOSAL, Optional.empty())))
        .containsExactly("Normal StateEntered Entered Proposal.");
  }

  @Test
  void aStateAfterAnother() {
    assertThat(told(after(true)))
        .containsExactly("Normal StateEntered Entered PreRun. DataIn took 1.5s.");
    assertThat(told(after(false)))
        .containsExactly(
            "Normal StateEntered Entered PreRun. DataIn was left before it was ready, after 1.5s.");
  }

  @Test
  void aStateInWhichNothingHadToBeDone() {
    assertThat(told(after(true), new Ready(WorkflowState.PRE_RUN, Duration.ZERO)))
        .containsExactly(
            "Normal StateEntered Entered PreRun. DataIn took 1.5s. There was nothing to wait for.");
  }

  @Test
  void eachProgressHasItsReasonAndType() {
    assertThat(told(entry(1, Progress.WAITING, "The containers are being started.")))
        .containsExactly(
            "Normal Waiting PreRun, DW Directive 1: The containers are being started.");
    assertThat(told(entry(1, Progress.RETRYING, "The API server does not answer.")))
        .containsExactly(
            "Warning Retrying PreRun, DW Directive 1: The API server does not answer.");
    assertThat(told(entry(1, Progress.FAILED, "User error: no.")))
        .containsExactly("Warning Failed PreRun, DW Directive 1: User error: no.");
    assertThat(told(entry(1, Progress.COMPLETED, ""))).isEmpty();
  }

  @Test
  void entriesThatSayTheSameShareAnEvent() {
    assertThat(
            told(
                entry(0, Progress.WAITING, "Waits."),
                entry(1, Progress.WAITING, "Waits for more."),
                entry(2, Progress.WAITING, "Waits.")))
        .containsExactly(
            "Normal Waiting PreRun, DW Directive 0, 2: Waits.",
            "Normal Waiting PreRun, DW Directive 1: Waits for more.");
  }

  @Test
  void theWorkflowsOwnMessageNamesItsDirectiveItself() {
    assertThat(
            told(
                new WorkflowReported(
                    WorkflowState.PROPOSAL, Progress.FAILED, "User error: no such command.")))
        .containsExactly("Warning Failed Proposal: User error: no such command.");
  }

  @Test
  void aNoteIsOneLineAndNotTooLongForKubernetes() {
    String note = new EventText("Failed", true, "a\n" + "ä".repeat(900)).note();

    assertThat(note).startsWith("a ä").endsWith("ä…");
    assertThat(note.getBytes(UTF_8)).hasSizeBetween(1_000, EventText.LONGEST_NOTE);
    assertThat(new EventText("Failed", true, "short").note()).isEqualTo("short");
  }

  @Test
  void aCauseIsToldOnceAState() {
    EventLimit limit = new EventLimit();

    assertThat(limit.admits("u", about(WorkflowState.SETUP, Progress.WAITING, "A"))).isTrue();
    assertThat(limit.admits("u", about(WorkflowState.SETUP, Progress.WAITING, "B"))).isTrue();
    assertThat(limit.admits("u", about(WorkflowState.SETUP, Progress.WAITING, "A"))).isFalse();
    assertThat(limit.admits("u", about(WorkflowState.SETUP, Progress.FAILED, "A"))).isTrue();
    assertThat(limit.admits("v", about(WorkflowState.SETUP, Progress.WAITING, "A"))).isTrue();
    assertThat(limit.admits("u", about(WorkflowState.PRE_RUN, Progress.WAITING, "A"))).isTrue();
    limit.forget("v");
    assertThat(limit.admits("v", about(WorkflowState.SETUP, Progress.WAITING, "A"))).isTrue();
  }

  @Test
  void waitingNeverHidesAFailure() {
    EventLimit limit = new EventLimit();
    long admitted =
        IntStream.range(0, 100)
            .filter(
                i ->
                    limit.admits(
                        "u", about(WorkflowState.PRE_RUN, Progress.WAITING, "on rabbit-" + i)))
            .count();

    assertThat(admitted).isEqualTo(EventLimit.MOST);
    assertThat(limit.admits("u", about(WorkflowState.PRE_RUN, Progress.FAILED, "no"))).isTrue();
    assertThat(limit.admits("u", EventTexts.of(List.of(after(true))).getFirst())).isTrue();
  }

  private static List<String> told(WorkflowChange... changes) {
    return EventTexts.of(Arrays.asList(changes)).stream()
        .map(EventTexts.About::text)
        .map(
            text -> (text.isWarning() ? "Warning " : "Normal ") + text.reason() + " " + text.note())
        .toList();
  }

  private static EventTexts.About about(WorkflowState state, Progress progress, String message) {
    return EventTexts.of(List.of(new WorkflowReported(state, progress, message))).getFirst();
  }

  private static Entered after(boolean wasReady) {
    return new Entered(
        WorkflowState.PRE_RUN,
        Optional.of(new Left(WorkflowState.DATA_IN, Duration.ofMillis(1_500), wasReady)));
  }

  private static EntryReported entry(int directive, Progress progress, String message) {
    return new EntryReported(
        new Entry(
            directive,
            Names.CONTAINER_DRIVER,
            directive,
            WorkflowState.PRE_RUN,
            EntryStatus.RUNNING,
            progress == Progress.COMPLETED,
            Optional.of(message).filter(text -> !text.isEmpty())),
        progress);
  }
}
