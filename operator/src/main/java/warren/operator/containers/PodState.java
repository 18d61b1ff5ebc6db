package warren.operator.containers;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells by what a kubelet has reported of the containers whether a pod runs or has ended. The pod's
 * phase says so 1 to 2 s later, when the node has cleared up; or though nobody knows, when the node
 * is lost. A pod of which one container has ended well is never ready, but runs. Pure.
 */
final class PodState {
  private PodState() {}

  /** All containers have ended well. Init containers have, or the others would not have begun. */
  static boolean hasSucceeded(Pod pod) {
    return areReported(pod)
        && pod.getStatus().getContainerStatuses().stream().allMatch(PodState::hasSucceeded);
  }

  private static boolean hasSucceeded(ContainerStatus status) {
    return end(status).filter(end -> end.getExitCode() == 0).isPresent();
  }

  private static boolean runs(ContainerStatus status) {
    return status.getState() != null
        && status.getState().getRunning() != null
        && Boolean.TRUE.equals(status.getReady());
  }

  /** Each container runs and is ready, or has ended well; at least one runs. */
  static boolean isRunning(Pod pod) {
    return areReported(pod)
        && !pod.isMarkedForDeletion()
        && pod.getStatus().getContainerStatuses().stream()
            .allMatch(status -> runs(status) || hasSucceeded(status))
        && pod.getStatus().getContainerStatuses().stream().anyMatch(PodState::runs);
  }

  /** A container of the pod has failed, and others go on as if nothing had happened. */
  static boolean hasFailedInPart(Pod pod) {
    return areReported(pod)
        && !pod.isMarkedForDeletion()
        && pod.getStatus().getContainerStatuses().stream()
            .anyMatch(status -> end(status).filter(end -> end.getExitCode() != 0).isPresent())
        && pod.getStatus().getContainerStatuses().stream()
            .anyMatch(status -> end(status).isEmpty());
  }

  /** The pod is over, and not all its containers have ended well. */
  static boolean hasFailed(Pod pod) {
    boolean isCalledFailed = pod.getStatus() != null && "Failed".equals(pod.getStatus().getPhase());
    return isCalledFailed || (hasEnded(pod) && !hasSucceeded(pod));
  }

  /** No process of the pod runs any more, and none will. */
  static boolean hasEnded(Pod pod) {
    if (!areReported(pod) || !"Never".equals(pod.getSpec().getRestartPolicy())) {
      return false;
    }
    PodStatus status = pod.getStatus();
    return Stream.of(
            status.getContainerStatuses(),
            status.getInitContainerStatuses(),
            status.getEphemeralContainerStatuses())
        .flatMap(List::stream)
        .allMatch(container -> end(container).isPresent());
  }

  /**
   * The node of the pod does not answer: nobody knows what its containers do. Kubernetes takes back
   * that such a pod is ready, 40 to 50 s later, and leaves all else as the kubelet last said.
   */
  static boolean isLost(Pod pod) {
    return !hasEnded(pod)
        && pod.getSpec().getReadinessGates().isEmpty()
        && "False".equals(condition(pod, "Ready"))
        && "True".equals(condition(pod, "ContainersReady"));
  }

  private static String condition(Pod pod, String type) {
    return pod.getStatus() == null
        ? ""
        : pod.getStatus().getConditions().stream()
            .filter(condition -> type.equals(condition.getType()))
            .map(PodCondition::getStatus)
            .findFirst()
            .orElse("");
  }

  private static boolean areReported(Pod pod) {
    return pod.getStatus() != null
        && !pod.getStatus().getContainerStatuses().isEmpty()
        && pod.getStatus().getContainerStatuses().size() == pod.getSpec().getContainers().size();
  }

  private static Optional<ContainerStateTerminated> end(ContainerStatus status) {
    return Optional.ofNullable(status.getState()).map(state -> state.getTerminated());
  }
}
