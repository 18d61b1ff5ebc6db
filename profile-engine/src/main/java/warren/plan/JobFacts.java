package warren.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a job and its site beside directives and user; what is empty is not checked.
 *
 * @param nodes how many computes the job has
 * @param runTime how long the workload manager lets the job run
 * @param fileSystems the global file systems of the site; empty also when there are none
 */
public record JobFacts(
    OptionalInt nodes, Optional<Duration> runTime, List<GlobalFileSystem> fileSystems) {
  /** Nothing is known. */
  public static final JobFacts UNKNOWN =
      new JobFacts(OptionalInt.empty(), Optional.empty(), List.of());

  public JobFacts {
    requireNonNull(nodes, "nodes");
    requireNonNull(runTime, "runTime");
    fileSystems = List.copyOf(fileSystems);
    if (nodes.orElse(0) < 0) {
      throw new IllegalArgumentException("a job has no fewer than 0 computes");
    }
  }

  /** The same, of a job with this many computes. */
  public JobFacts withNodes(int count) {
    return new JobFacts(OptionalInt.of(count), runTime, fileSystems);
  }
}
