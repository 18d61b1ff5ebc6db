package warren.client;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A container of a pod.
 *
 * @param phase {@code waiting}, {@code running} or {@code ended}
 * @param reason Kubernetes' word for why, such as {@code ImagePullBackOff}; empty when it gives
 *     none
 * @param exitCode of its last end
 * @param restarts how often it was started again
 * @param message Kubernetes' own text on it, or the last lines it printed
 */
public record ContainerView(
    String name,
    Phase phase,
    Optional<String> reason,
    OptionalInt exitCode,
    int restarts,
    Optional<String> message) {
  /** Where a container is in its life. */
  public enum Phase {
    WAITING("waiting"),
    RUNNING("running"),
    ENDED("ended");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    /** For a person. */
    public String word() {
      return word;
    }
  }

  public ContainerView {
    requireNonNull(name, "name");
    requireNonNull(phase, "phase");
    requireNonNull(reason, "reason");
    requireNonNull(exitCode, "exitCode");
    requireNonNull(message, "message");
    if (restarts < 0) {
      throw new IllegalArgumentException("restarts count from zero");
    }
  }

  static ContainerView of(ContainerStatus status) {
    Optional<ContainerState> state = Optional.ofNullable(status.getState());
    Optional<ContainerStateTerminated> ended =
        state
            .map(ContainerState::getTerminated)
            .or(
                () ->
                    Optional.ofNullable(status.getLastState()).map(ContainerState::getTerminated));
    return new ContainerView(
        status.getName(),
        state.map(ContainerView::phase).orElse(Phase.WAITING),
        state.flatMap(ContainerView::reason),
        ended
            .map(ContainerStateTerminated::getExitCode)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()),
        Optional.ofNullable(status.getRestartCount()).orElse(0),
        state
            .flatMap(ContainerView::message)
            .or(() -> ended.flatMap(end -> text(end.getMessage()))));
  }

  private static Phase phase(ContainerState state) {
    if (state.getTerminated() != null) {
      return Phase.ENDED;
    }
    return state.getRunning() != null ? Phase.RUNNING : Phase.WAITING;
  }

  private static Optional<String> reason(ContainerState state) {
    if (state.getTerminated() != null) {
      return text(state.getTerminated().getReason());
    }
    return Optional.ofNullable(state.getWaiting()).flatMap(waiting -> text(waiting.getReason()));
  }

  private static Optional<String> message(ContainerState state) {
    if (state.getTerminated() != null) {
      return text(state.getTerminated().getMessage());
    }
    return Optional.ofNullable(state.getWaiting()).flatMap(waiting -> text(waiting.getMessage()));
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
