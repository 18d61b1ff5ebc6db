package warren.operator.containers;

import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

/** Finds out from a pod why its containers do not run. Pure. */
final class PodTrouble {
  private PodTrouble() {}

  /**
   * The trouble of a pod; empty when it is just on its way, runs, or has ended.
   *
   * @param where where it shall run, as long as the pod has no node
   * @param secrets the pull secrets of the profile
   */
  static Optional<Trouble> of(Pod pod, String where, String profile, List<String> secrets) {
    if (pod.getStatus() == null) {
      return Optional.empty();
    }
    String node = pod.getSpec().getNodeName();
    String place = node == null ? where : "on " + node;
    return Stream.concat(
            statuses(pod)
                .flatMap(
                    status ->
                        waiting(status, PodImages.of(pod, status), place, profile, secrets)
                            .stream()),
            pod.getStatus().getConditions().stream()
                .flatMap(condition -> unschedulable(condition, where, profile).stream()))
        .findFirst();
  }

  private static Stream<ContainerStatus> statuses(Pod pod) {
    return Stream.concat(
        pod.getStatus().getInitContainerStatuses().stream(),
        pod.getStatus().getContainerStatuses().stream());
  }

  private static Optional<Trouble> waiting(
      ContainerStatus status, String image, String where, String profile, List<String> secrets) {
    if (status.getState() == null || status.getState().getWaiting() == null) {
      return Optional.empty();
    }
    ContainerStateWaiting waiting = status.getState().getWaiting();
    String reason = waiting.getReason() == null ? "" : waiting.getReason();
    String words = waiting.getMessage() == null ? "" : waiting.getMessage();
    return switch (reason) {
      case "ErrImagePull", "ImagePullBackOff", "RegistryUnavailable" ->
          Optional.of(ImageTrouble.pull(image, where, profile, secrets, words));
      case "InvalidImageName" -> Optional.of(ImageTrouble.name(image, profile));
      case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
          Optional.of(
              new Trouble(
                  false,
                  error(
                          "container-not-made",
                          "Container "
                              + status.getName()
                              + " of profile "
                              + profile
                              + " cannot be started "
                              + where
                              + ": "
                              + words.strip())
                      .hint("An administrator has to look at the profile.")));
      default -> Optional.empty();
    };
  }

  private static Optional<Trouble> unschedulable(
      PodCondition condition, String where, String profile) {
    if (!"PodScheduled".equals(condition.getType())
        || !"Unschedulable".equals(condition.getReason())) {
      return Optional.empty();
    }
    return Optional.of(
        new Trouble(
            false,
            error(
                    "no-room",
                    "There is no room for the containers of profile "
                        + profile
                        + " "
                        + where
                        + " yet: "
                        + condition.getMessage())
                .hint("They start when the node has room again.")));
  }

  private static Finding error(String code, String message) {
    return Finding.error(new Code(code), Blame.INTERNAL, message);
  }
}
