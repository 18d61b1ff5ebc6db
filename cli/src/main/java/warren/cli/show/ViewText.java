package warren.cli.show;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import warren.client.ContainerView;
import warren.client.PodView;
import warren.client.WorkflowView;
import warren.dw.WorkflowState;

/** A workflow as lines for a person. */
public final class ViewText {
  private ViewText() {}

  /** The state and how it goes: {@code PreRun: waiting}. */
  public static String headline(WorkflowView view) {
    return view.state().map(WorkflowState::word).orElse("new") + ": " + progress(view);
  }

  private static String progress(WorkflowView view) {
    if (view.ready()) {
      return "reached";
    }
    return switch (view.condition()) {
      case ERROR -> "failed";
      case TRANSIENT -> "in trouble, trying again";
      case COMPLETED, DRIVER_WAIT, UNKNOWN -> "waiting";
    };
  }

  /**
   * What drivers say and what each pod does, without times: a line changes only when a fact does.
   */
  public static List<String> facts(WorkflowView view) {
    List<String> facts = new ArrayList<>();
    view.messages().stream()
        .map(message -> SafeText.oneLine(message.text()))
        .distinct()
        .forEach(facts::add);
    view.pods().stream().map(ViewText::pod).forEach(facts::add);
    return facts;
  }

  private static String pod(PodView pod) {
    String where = pod.node().orElse("(no node yet)") + "  " + pod.name() + "  ";
    String what =
        pod.containers().isEmpty()
            ? pod.phase().toLowerCase(Locale.ROOT)
            : pod.containers().stream().map(ViewText::container).collect(Collectors.joining(", "));
    return SafeText.oneLine(where + what + pod.message().map(text -> ": " + text).orElse(""));
  }

  private static String container(ContainerView container) {
    StringBuilder text = new StringBuilder(container.name()).append(' ');
    text.append(container.phase().word());
    if (container.phase() == ContainerView.Phase.ENDED) {
      container.exitCode().ifPresent(code -> text.append(" with ").append(code));
      container
          .reason()
          .filter(reason -> !reason.equals("Completed") && !reason.equals("Error"))
          .ifPresent(reason -> text.append(" (").append(reason).append(')'));
    } else {
      container.reason().ifPresent(reason -> text.append(" (").append(reason).append(')'));
    }
    if (container.restarts() > 0) {
      text.append(", restarted ").append(container.restarts()).append(" times");
    }
    if (container.phase() == ContainerView.Phase.WAITING) {
      container.message().ifPresent(message -> text.append(": ").append(message));
    }
    return text.toString();
  }

  /** A time span as people say it: {@code 3.2 s}, {@code 4 min 05 s}, {@code 2 h 10 min}. */
  public static String span(Duration span) {
    if (span.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }
    return span.compareTo(Duration.ofHours(1)) < 0
        ? String.format(Locale.ROOT, "%d min %02d s", span.toMinutes(), span.toSecondsPart())
        : String.format(Locale.ROOT, "%d h %02d min", span.toHours(), span.toMinutesPart());
  }
}
