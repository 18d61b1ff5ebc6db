package warren.client.logs;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import warren.names.Labels;

/**
 * One attempt of one container, init containers included: what has a log of its own. A container
 * that is restarted, or a Job that makes a new pod, begins another attempt.
 *
 * @param podUid which pod of this name
 * @param node the pod's node; empty where the API server has not said it
 * @param number the container's restarts before this attempt, from zero
 * @param latest the pod's status is about this attempt, and not about a later one
 * @param exitCode the container's exit code; empty while the container runs
 * @param started when the container started, to the second; empty where that is not known
 * @param created when the pod was created, as the API server writes it
 * @param labels the pod's
 */
public record ContainerAttempt(
    String namespace,
    String pod,
    String podUid,
    Optional<String> node,
    String container,
    int number,
    boolean latest,
    OptionalInt exitCode,
    Optional<Instant> started,
    String created,
    Map<String, String> labels) {
  private static final String JOB = "batch.kubernetes.io/job-name";

  public ContainerAttempt {
    requireNonNull(namespace, "namespace");
    requireNonNull(pod, "pod");
    requireNonNull(podUid, "podUid");
    requireNonNull(node, "node");
    requireNonNull(container, "container");
    requireNonNull(exitCode, "exitCode");
    requireNonNull(started, "started");
    requireNonNull(created, "created");
    labels = Map.copyOf(labels);
    if (number < 0) {
      throw new IllegalArgumentException("attempts count from zero");
    }
  }

  /** What tells an attempt from every other, however often its pod is seen. */
  public record Key(String podUid, String container, int number) {}

  /** What all attempts of the same work have in common: they follow each other. */
  public record Series(String work, String container) {}

  /**
   * The attempts that have begun in these pods. Of a restarted container the API server still has
   * the log of the attempt before the latest one, so this attempt is listed too.
   */
  public static List<ContainerAttempt> of(List<Pod> pods) {
    return pods.stream()
        .filter(pod -> pod.getStatus() != null)
        .flatMap(
            pod ->
                Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                    .flatMap(status -> of(pod, status)))
        .toList();
  }

  private static Stream<ContainerAttempt> of(Pod pod, ContainerStatus status) {
    int restarts = Optional.ofNullable(status.getRestartCount()).orElse(0);
    return Stream.concat(
        restarts == 0
            ? Stream.empty()
            : of(pod, status.getName(), restarts - 1, false, status.getLastState()),
        of(pod, status.getName(), restarts, true, status.getState()));
  }

  /** The attempt in this state; none where the container has not started. */
  private static Stream<ContainerAttempt> of(
      Pod pod, String container, int number, boolean latest, ContainerState state) {
    Optional<ContainerStateTerminated> ended =
        Optional.ofNullable(state).map(ContainerState::getTerminated);
    Optional<ContainerStateRunning> running =
        Optional.ofNullable(state).map(ContainerState::getRunning);
    if (ended.isEmpty() && running.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        new ContainerAttempt(
            pod.getMetadata().getNamespace(),
            pod.getMetadata().getName(),
            pod.getMetadata().getUid(),
            Optional.ofNullable(pod.getSpec().getNodeName()),
            container,
            number,
            latest,
            ended.stream().mapToInt(ContainerStateTerminated::getExitCode).findFirst(),
            running
                .map(ContainerStateRunning::getStartedAt)
                .or(() -> ended.map(ContainerStateTerminated::getStartedAt))
                .flatMap(ContainerAttempt::time),
            Optional.ofNullable(pod.getMetadata().getCreationTimestamp()).orElse(""),
            Optional.ofNullable(pod.getMetadata().getLabels()).orElse(Map.of())));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty(); // as if the kubelet had not said it
    }
  }

  /** Whether the container has terminated. */
  public boolean ended() {
    return exitCode.isPresent();
  }

  /** Whether the container has terminated with exit code 0. */
  public boolean succeeded() {
    return exitCode.equals(OptionalInt.of(0));
  }

  /** This attempt's own key. */
  public Key key() {
    return new Key(podUid, container, number);
  }

  /** The series this attempt is in: its Job's pods; a pod without a Job is a series by itself. */
  public Series series() {
    return new Series(labels.getOrDefault(JOB, pod), container);
  }

  /** The index of the attempt's container directive, as its label has it; empty without one. */
  public Optional<String> directive() {
    return Optional.ofNullable(labels.get(Labels.DIRECTIVE_INDEX));
  }

  /** The attempt's role in an MPI job. */
  public MpiRole role() {
    return MpiRole.of(labels.get(Labels.MPI_ROLE));
  }
}
