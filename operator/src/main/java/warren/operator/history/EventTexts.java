package warren.operator.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.dw.WorkflowState;
import warren.operator.entries.MicroTime;
import warren.operator.history.WorkflowChange.Left;
import warren.operator.history.WorkflowChange.Progress;

/** Describes changes of a workflow for {@code kubectl describe workflow}. Pure. */
final class EventTexts {
  static final String STATE_ENTERED = "StateEntered";
  static final String WAITING = "Waiting";
  static final String RETRYING = "Retrying";
  static final String FAILED = "Failed";
  static final String WARNED = "Warned";

  private EventTexts() {}

  /**
   * A text, and what it is about.
   *
   * @param state the state that the text is about
   * @param cause the cause of waiting or failing; empty for a state that was entered
   */
  record About(EventText text, WorkflowState state, Optional<Cause> cause) {}

  private record StateReport(WorkflowState state, Progress progress, String message) {}

  /** One text for each state that was entered, and one for each message of one or more entries. */
  static List<About> of(List<WorkflowChange> changes) {
    List<About> texts = new ArrayList<>();
    Map<StateReport, List<Integer>> entries = new LinkedHashMap<>();
    for (WorkflowChange change : changes) {
      switch (change) {
        case WorkflowChange.Entered entered -> texts.add(entered(entered, changes));
        case WorkflowChange.EntryReported reported ->
            entries
                .computeIfAbsent(
                    new StateReport(
                        reported.entry().state(), reported.progress(), reported.message()),
                    report -> new ArrayList<>())
                .add(reported.entry().directive());
        case WorkflowChange.WorkflowReported workflow ->
            texts.addAll(
                reported(
                    new StateReport(workflow.state(), workflow.progress(), workflow.message()),
                    ""));
        case WorkflowChange.Ready ready -> {
          // The event of the next state says so; the last one's is the end of the Workflow.
        }
        case WorkflowChange.Released released -> {
          // Nobody describes a Workflow that is gone.
        }
      }
    }
    entries.forEach((report, directives) -> texts.addAll(reported(report, named(directives))));
    return texts;
  }

  private static About entered(WorkflowChange.Entered entered, List<WorkflowChange> changes) {
    String text =
        "Entered "
            + entered.state()
            + "."
            + entered.left().map(EventTexts::left).orElse("")
            + changes.stream()
                .filter(WorkflowChange.Ready.class::isInstance)
                .findFirst()
                .map(ready -> " There was nothing to wait for.")
                .orElse("");
    return new About(new EventText(STATE_ENTERED, false, text), entered.state(), Optional.empty());
  }

  private static String left(Left left) {
    return " "
        + left.state()
        + (left.wasReady() ? " took " : " was left before it was ready, after ")
        + MicroTime.elapsed(left.after())
        + ".";
  }

  private static List<About> reported(StateReport report, String directives) {
    Optional<EventText> text =
        switch (report.progress()) {
          case WAITING -> Optional.of(text(WAITING, false, report, directives));
          case RETRYING -> Optional.of(text(RETRYING, true, report, directives));
          case FAILED -> Optional.of(text(FAILED, true, report, directives));
          case WARNED -> Optional.of(text(WARNED, true, report, directives));
          case COMPLETED -> Optional.empty();
        };
    return text.stream()
        .map(given -> new About(given, report.state(), Optional.of(Cause.of(report.message()))))
        .toList();
  }

  private static EventText text(
      String reason, boolean isWarning, StateReport report, String directives) {
    String before =
        Stream.of(report.state().word(), directives)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new EventText(reason, isWarning, before + ": " + report.message());
  }

  private static String named(List<Integer> directives) {
    return "DW Directive "
        + directives.stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
