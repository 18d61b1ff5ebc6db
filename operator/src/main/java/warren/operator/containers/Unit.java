package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/**
 * What starts and ends as one: the container of a Rabbit, or a whole MPI job.
 *
 * @param where for the user: {@code on rabbit-0}, or {@code as an MPI job}
 * @param phase how far it is
 * @param object the Job or MPIJob; empty when there is none
 * @param job the Job whose deadline ends it; empty when there is none
 * @param pods its pods, the youngest first
 */
record Unit(
    String where, Phase phase, Optional<HasMetadata> object, Optional<Job> job, List<Pod> pods) {
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
  }
}
