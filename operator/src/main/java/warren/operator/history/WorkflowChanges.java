package warren.operator.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.dw.WorkflowState;
import warren.operator.entries.Entry;
import warren.operator.entries.EntryStatus;
import warren.operator.entries.SeenWorkflow;
import warren.operator.history.WorkflowChange.Left;
import warren.operator.history.WorkflowChange.Progress;

/** Compares a Workflow before and after a write. Pure. */
public final class WorkflowChanges {
  private WorkflowChanges() {}

  /**
   * What the write changed, in the order in which a reader wants to hear of the changes.
   *
   * @param now when the write was made
   */
  public static List<WorkflowChange> between(SeenWorkflow before, SeenWorkflow after, Instant now) {
    List<WorkflowChange> changes = new ArrayList<>();
    Optional<WorkflowState> state = after.state();
    boolean entered = state.isPresent() && !state.equals(before.state());
    if (entered) {
      changes.add(new WorkflowChange.Entered(state.get(), left(before, now)));
    }
    List<WorkflowChange.EntryReported> reported =
        state.map(current -> reported(before, after.entriesOf(current))).orElse(List.of());
    changes.addAll(reported);
    state
        .flatMap(current -> ofWorkflow(current, before, after, entered))
        .filter(message -> !isOf(message, reported))
        .ifPresent(changes::add);
    if (after.isReady() && (entered || !before.isReady())) {
      changes.add(
          new WorkflowChange.Ready(
              state.orElse(after.desired()), Duration.between(after.stateEntered(), now)));
    }
    if (before.hasFinalizer() && !after.hasFinalizer()) {
      left(before, now).ifPresent(last -> changes.add(new WorkflowChange.Released(last)));
    }
    return changes;
  }

  private static Optional<Left> left(SeenWorkflow before, Instant now) {
    return before
        .state()
        .map(
            state ->
                new Left(state, Duration.between(before.stateEntered(), now), before.isReady()));
  }

  private static List<WorkflowChange.EntryReported> reported(
      SeenWorkflow before, List<Entry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                progress(entry)
                    .filter(progress -> isNew(entry, progress, before))
                    .map(progress -> new WorkflowChange.EntryReported(entry, progress))
                    .stream())
        .toList();
  }

  private static boolean isNew(Entry entry, Progress progress, SeenWorkflow before) {
    return before.entries().stream()
        .filter(earlier -> earlier.position() == entry.position())
        .noneMatch(
            earlier ->
                progress(earlier).equals(Optional.of(progress))
                    && (progress == Progress.COMPLETED
                        || Cause.of(earlier.message().orElse(""))
                            .equals(Cause.of(entry.message().orElse("")))));
  }

  private static Optional<Progress> progress(Entry entry) {
    if (entry.completed()) {
      return Optional.of(entry.message().isPresent() ? Progress.WARNED : Progress.COMPLETED);
    }
    return progress(entry.progress(), entry.message());
  }

  private static Optional<Progress> progress(EntryStatus status, Optional<String> message) {
    return switch (status) {
      case ERROR -> Optional.of(Progress.FAILED);
      case TRANSIENT_CONDITION -> Optional.of(Progress.RETRYING);
      // A workflow that is forced to be ready is completed with a message.
      case COMPLETED -> Optional.empty();
      case PENDING, QUEUED, RUNNING, DRIVER_WAIT -> message.map(text -> Progress.WAITING);
    };
  }

  private static Optional<WorkflowChange.WorkflowReported> ofWorkflow(
      WorkflowState state, SeenWorkflow before, SeenWorkflow after, boolean entered) {
    Optional<Progress> progress = progress(after);
    String message = after.message().orElse("");
    boolean same =
        !entered
            && progress.equals(progress(before))
            && Cause.of(message).equals(Cause.of(before.message().orElse("")));
    return progress
        .filter(known -> !same && !message.isEmpty())
        .map(known -> new WorkflowChange.WorkflowReported(state, known, message));
  }

  private static Optional<Progress> progress(SeenWorkflow workflow) {
    return workflow.word().flatMap(word -> progress(EntryStatus.of(word), workflow.message()));
  }

  private static boolean isOf(
      WorkflowChange.WorkflowReported workflow, List<WorkflowChange.EntryReported> entries) {
    return entries.stream()
        .map(WorkflowChange.EntryReported::message)
        .anyMatch(message -> !message.isEmpty() && workflow.message().endsWith(message));
  }
}
