package warren.client;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import warren.api.DriverEntry;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;

/**
 * What a workflow is doing, computed from resources only; the one thing every command shows.
 *
 * @param state the state worked on or reached; empty before the operator has seen the workflow
 * @param ready {@code state} is reached
 * @param since how long it has been in {@code state}; zero when that is not known
 * @param message the workflow's own message, when it has one
 * @param messages what drivers say about {@code state}, in directive order
 * @param pods its containers' pods, by node and name
 */
public record WorkflowView(
    String namespace,
    String name,
    Optional<WorkflowState> state,
    boolean ready,
    Condition condition,
    Duration since,
    Optional<String> message,
    List<DirectiveMessage> messages,
    List<PodView> pods) {
  /**
   * What one driver says about one directive.
   *
   * @param directive the directive's index, from zero
   * @param error whether the driver gave up, or only tells why it waits
   */
  public record DirectiveMessage(int directive, String driver, boolean error, String text) {
    public DirectiveMessage {
      requireNonNull(driver, "driver");
      requireNonNull(text, "text");
    }
  }

  public WorkflowView {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNonNull(condition, "condition");
    requireNonNull(message, "message");
    messages = List.copyOf(messages);
    pods = List.copyOf(pods);
    if (since.isNegative()) {
      throw new IllegalArgumentException("a state is not entered in the future");
    }
  }

  /** The view of a workflow and its pods. */
  public static WorkflowView of(Workflow workflow, List<Pod> pods, Instant now) {
    Optional<WorkflowStatus> status = Optional.ofNullable(workflow.getStatus());
    Optional<WorkflowState> state = status.map(WorkflowStatus::state).flatMap(WorkflowState::of);
    return new WorkflowView(
        workflow.getMetadata().getNamespace(),
        workflow.getMetadata().getName(),
        state,
        status.map(WorkflowStatus::isReady).orElse(false),
        Condition.of(status.map(WorkflowStatus::status).orElse("")),
        status.flatMap(s -> since(s, now)).orElse(Duration.ZERO),
        status.map(WorkflowStatus::message).filter(text -> !text.isBlank()),
        status.map(s -> messages(s, state)).orElse(List.of()),
        pods.stream()
            .map(PodView::of)
            .sorted(
                Comparator.comparing((PodView pod) -> pod.node().orElse(""))
                    .thenComparing(PodView::name))
            .toList());
  }

  /**
   * What the drivers that gave up say; the workflow's own message when none of them says anything.
   */
  public List<String> errors() {
    List<String> texts =
        messages.stream()
            .filter(DirectiveMessage::error)
            .map(DirectiveMessage::text)
            .distinct()
            .toList();
    return texts.isEmpty() && condition == Condition.ERROR ? message.stream().toList() : texts;
  }

  /** What the drivers tell though the state is ready, such as containers that have failed since. */
  public List<String> news() {
    return ready ? messages.stream().map(DirectiveMessage::text).distinct().toList() : List.of();
  }

  private static Optional<Duration> since(WorkflowStatus status, Instant now) {
    return Optional.ofNullable(status.desiredStateChange())
        .flatMap(WorkflowView::time)
        .map(entered -> Duration.between(entered, now))
        .map(passed -> passed.isNegative() ? Duration.ZERO : passed);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty(); // written by somebody else; the view lives without it
    }
  }

  private static List<DirectiveMessage> messages(
      WorkflowStatus status, Optional<WorkflowState> state) {
    return status.drivers().stream()
        .filter(entry -> WorkflowState.of(entry.watchState()).equals(state))
        .filter(entry -> entry.message() != null && !entry.message().isBlank())
        .sorted(Comparator.comparingInt(WorkflowView::index))
        .map(
            entry ->
                new DirectiveMessage(
                    index(entry),
                    Optional.ofNullable(entry.driverID()).orElse(""),
                    Condition.of(entry.status()) == Condition.ERROR,
                    entry.message()))
        .toList();
  }

  private static int index(DriverEntry entry) {
    return Optional.ofNullable(entry.dwdIndex()).orElse(0);
  }
}
