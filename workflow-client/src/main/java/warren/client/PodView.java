package warren.client;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pod of a workflow.
 *
 * @param node where it runs; empty until the scheduler has chosen
 * @param phase Kubernetes' word: Pending, Running, Succeeded, Failed or Unknown
 * @param message why it is not scheduled or was ended as a whole, when that is so
 * @param containers init containers first; empty until the node has begun with it
 */
public record PodView(
    String name,
    Optional<String> node,
    String phase,
    Optional<String> message,
    List<ContainerView> containers) {
  public PodView {
    requireNonNull(name, "name");
    requireNonNull(node, "node");
    requireNonNull(phase, "phase");
    requireNonNull(message, "message");
    containers = List.copyOf(containers);
  }

  static PodView of(Pod pod) {
    Optional<PodStatus> status = Optional.ofNullable(pod.getStatus());
    return new PodView(
        pod.getMetadata().getName(),
        Optional.ofNullable(pod.getSpec()).flatMap(spec -> text(spec.getNodeName())),
        status.flatMap(s -> text(s.getPhase())).orElse("Pending"),
        status.flatMap(PodView::message),
        status.stream().flatMap(PodView::statuses).map(ContainerView::of).toList());
  }

  private static Stream<ContainerStatus> statuses(PodStatus status) {
    return Stream.concat(
        status.getInitContainerStatuses().stream(), status.getContainerStatuses().stream());
  }

  private static Optional<String> message(PodStatus status) {
    return text(status.getMessage())
        .or(
            () ->
                status.getConditions().stream()
                    .filter(condition -> condition.getType().equals("PodScheduled"))
                    .filter(condition -> condition.getStatus().equals("False"))
                    .flatMap(condition -> text(condition.getMessage()).stream())
                    .findFirst());
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }
}
