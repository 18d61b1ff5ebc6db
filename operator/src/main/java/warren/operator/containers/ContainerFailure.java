package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

/**
 * A container that did not end well, as its kubelet has reported. A container whose processes were
 * killed for memory counts whatever its exit code: a shell around them may have ended with 0.
 *
 * @param end how the container of {@code status} ended
 */
record ContainerFailure(Pod pod, ContainerStatus status, ContainerStateTerminated end) {
  private static final String OUT_OF_MEMORY = "OOMKilled";

  /** Memory first: what else ended then is a consequence. Then the first in time. */
  private static final Comparator<ContainerFailure> BY_CAUSE =
      Comparator.comparing((ContainerFailure failure) -> !failure.isOutOfMemory())
          .thenComparing(
              failure -> Optional.ofNullable(failure.end().getFinishedAt()),
              Comparator.comparing(
                  (Optional<String> time) -> time.orElse(null),
                  Comparator.nullsLast(Comparator.naturalOrder())));

  ContainerFailure {
    requireNonNull(pod, "pod");
    requireNonNull(status, "status");
    requireNonNull(end, "end");
  }

  /** Those of a pod, init containers first. */
  static Stream<ContainerFailure> of(Pod pod) {
    if (pod.getStatus() == null) {
      return Stream.of();
    }
    return Stream.of(
            pod.getStatus().getInitContainerStatuses(), pod.getStatus().getContainerStatuses())
        .flatMap(List::stream)
        .filter(status -> status.getState() != null && status.getState().getTerminated() != null)
        .map(status -> new ContainerFailure(pod, status, status.getState().getTerminated()))
        .filter(failure -> !failure.endedWell() || failure.isOutOfMemory());
  }

  /** The one that caused the others. */
  static Optional<ContainerFailure> cause(Stream<ContainerFailure> failures) {
    return failures.min(BY_CAUSE);
  }

  /** Whether the container's own exit code tells of no failure. */
  boolean endedWell() {
    return end.getExitCode() == 0;
  }

  boolean isOutOfMemory() {
    return OUT_OF_MEMORY.equals(end.getReason());
  }

  /**
   * What is told of the container.
   *
   * @param where for the user, as long as the pod has no node
   */
  Finding finding(String where, String profile) {
    String words = LastWords.of(end.getMessage());
    return Finding.error(
        new Code("container-failed"),
        Blame.USER,
        container(profile)
            + " "
            + how()
            + " "
            + place(where)
            + (words.isEmpty() ? ", and wrote nothing." : ". Its last lines:\n" + words));
  }

  /**
   * What is told of the container when only a process in it was killed for memory.
   *
   * @param where for the user, as long as the pod has no node
   */
  Finding warning(String where, String profile) {
    return Finding.warning(
            new Code("container-short-of-memory"),
            container(profile)
                + " needed more memory than its limit"
                + limit()
                + " "
                + place(where)
                + ": a process in it was killed, though the container ended with exit code 0.")
        .hint("Results may be incomplete.");
  }

  private String container(String profile) {
    return "Container "
        + status.getName()
        + " (image "
        + PodImages.of(pod, status)
        + ") of profile "
        + profile;
  }

  private String place(String where) {
    String node = pod.getSpec().getNodeName();
    return node == null ? where : "on " + node;
  }

  private String how() {
    return isOutOfMemory()
        ? "needed more memory than its limit" + limit() + " and was killed"
        : "ended with exit code " + end.getExitCode();
  }

  private String limit() {
    return memoryLimit().map(limit -> " of " + limit).orElse("");
  }

  private Optional<Quantity> memoryLimit() {
    return Stream.of(pod.getSpec().getInitContainers(), pod.getSpec().getContainers())
        .flatMap(List::stream)
        .filter(container -> container.getName().equals(status.getName()))
        .map(Container::getResources)
        .filter(resources -> resources != null && resources.getLimits() != null)
        .flatMap(resources -> Stream.ofNullable(resources.getLimits().get("memory")))
        .findFirst();
  }
}
