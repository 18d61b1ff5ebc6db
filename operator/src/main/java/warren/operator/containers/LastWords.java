package warren.operator.containers;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

/** How a container ended that did not end well. */
final class LastWords {
  /** More would drown the sentence; the whole log is kept elsewhere. */
  private static final int LINES = 10;

  private LastWords() {}

  /** The failed container of the youngest of these pods that has one. */
  static Optional<Finding> of(List<Pod> pods, String where, String profile) {
    return pods.stream()
        .flatMap(pod -> failed(pod).map(status -> finding(pod, status, where, profile)))
        .findFirst();
  }

  /** Whether a container of the pod did not end well. */
  static boolean hasFailed(Pod pod) {
    return failed(pod).findAny().isPresent();
  }

  private static Stream<ContainerStatus> failed(Pod pod) {
    if (pod.getStatus() == null) {
      return Stream.of();
    }
    return Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream())
        .filter(status -> status.getState() != null && status.getState().getTerminated() != null)
        .filter(status -> status.getState().getTerminated().getExitCode() != 0);
  }

  private static Finding finding(Pod pod, ContainerStatus status, String where, String profile) {
    ContainerStateTerminated end = status.getState().getTerminated();
    String place =
        pod.getSpec().getNodeName() == null ? where : "on " + pod.getSpec().getNodeName();
    String words = lastLines(end.getMessage());
    return Finding.error(
        new Code("container-failed"),
        Blame.USER,
        "Container "
            + status.getName()
            + " (image "
            + PodImages.of(pod, status)
            + ") of profile "
            + profile
            + " "
            + how(end)
            + " "
            + place
            + (words.isEmpty() ? ", and wrote nothing." : ". Its last lines:\n" + words));
  }

  private static String how(ContainerStateTerminated end) {
    if ("OOMKilled".equals(end.getReason())) {
      return "needed more memory than its limit and was killed";
    }
    return "ended with exit code " + end.getExitCode();
  }

  private static String lastLines(String message) {
    if (message == null || message.isBlank()) {
      return "";
    }
    List<String> lines = message.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
