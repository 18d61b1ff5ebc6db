package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What starts and ends as one: the container of a Rabbit, or a whole MPI job.
 *
 * @param where for the user: {@code on rabbit-0}, or {@code as an MPI job}
 * @param phase how far it is
 * @param object the Job or MPIJob; empty when there is none
 * @param job the Job whose deadline ends it; empty when there is none
 * @param pods its pods, the youngest first
 * @param events about all these; looked at only when it is late
 */
record Unit(
    String where,
    Phase phase,
    Optional<HasMetadata> object,
    Optional<Job> job,
    List<Pod> pods,
    List<Event> events) {
  /** What starts without trouble is not asked about; longer than a cluster takes for a pod. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Between two looks at what is late; events come without ringing. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  /** How far it is. */
  enum Phase {
    ABSENT,
    STARTING,
    RUNNING,
    SUCCEEDED,
    FAILED;

    boolean hasStarted() {
      return this == RUNNING || this == SUCCEEDED;
    }

    boolean hasEnded() {
      return this == SUCCEEDED || this == FAILED;
    }
  }

  Unit {
    requireNonNull(where, "where");
    requireNonNull(phase, "phase");
    requireNonNull(object, "object");
    requireNonNull(job, "job");
    pods = List.copyOf(pods);
    events = List.copyOf(events);
  }

  /** Whether it ought to have started by now. */
  boolean isLate(Instant now) {
    return phase == Phase.STARTING && !now.isBefore(late());
  }

  /** When to look again though nothing happens; empty once it has started. */
  Optional<Instant> nextLook(Instant now) {
    return phase == Phase.STARTING
        ? Optional.of(now.isBefore(late()) ? late() : now.plus(PAUSE))
        : Optional.empty();
  }

  /** The same, with these events. */
  Unit withEvents(List<Event> about) {
    return new Unit(where, phase, object, job, pods, about);
  }

  /** Whether Kubernetes ended it because its time was over. */
  boolean ranOutOfTime() {
    return job.map(Job::getStatus).stream()
        .flatMap(status -> status.getConditions().stream())
        .anyMatch(
            condition ->
                "True".equals(condition.getStatus())
                    && "Failed".equals(condition.getType())
                    && "DeadlineExceeded".equals(condition.getReason()));
  }

  /** How many tries have failed so far. Workers of an MPI job are not tried by themselves. */
  long failures() {
    Optional<Integer> counted =
        job.flatMap(owner -> Optional.ofNullable(owner.getStatus()))
            .flatMap(status -> Optional.ofNullable(status.getFailed()));
    long seen =
        pods.stream()
            .filter(pod -> !MpiJobs.isWorker(pod))
            .filter(
                pod ->
                    PodState.hasFailed(pod)
                        || ContainerFailure.of(pod).anyMatch(failure -> !failure.endedWell()))
            .count();
    return Math.max(seen, counted.orElse(0));
  }

  /**
   * Why it failed, or why a try failed: of the youngest pod that failed, and of an MPI job's
   * workers, the container that failed first.
   */
  Optional<ContainerFailure> cause() {
    Stream<ContainerFailure> youngest =
        pods.stream()
            .filter(pod -> !MpiJobs.isWorker(pod))
            .map(pod -> ContainerFailure.of(pod).toList())
            .filter(failures -> !failures.isEmpty())
            .limit(1)
            .flatMap(List::stream);
    // A worker that is told to end, as its launcher has ended, is no cause; but for memory it is.
    Stream<ContainerFailure> workers =
        pods.stream()
            .filter(MpiJobs::isWorker)
            .flatMap(ContainerFailure::of)
            .filter(failure -> failure.isOutOfMemory() || !failure.pod().isMarkedForDeletion());
    return ContainerFailure.cause(Stream.concat(youngest, workers));
  }

  /** The first container that ended well, though a process in it was killed for memory. */
  Optional<ContainerFailure> shortOfMemory() {
    return ContainerFailure.cause(
        pods.stream()
            .filter(pod -> MpiJobs.isWorker(pod) || PodState.hasSucceeded(pod))
            .flatMap(ContainerFailure::of)
            .filter(failure -> failure.isOutOfMemory() && failure.endedWell()));
  }

  private Instant late() {
    return object
        .map(made -> made.getMetadata().getCreationTimestamp())
        .map(Instant::parse)
        .map(made -> made.plus(PATIENCE))
        .orElse(Instant.MIN);
  }
}
