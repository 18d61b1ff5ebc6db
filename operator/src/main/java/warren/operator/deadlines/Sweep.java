package warren.operator.deadlines;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A task that runs regularly.
 *
 * @param name what log lines call the task
 * @param interval from the start of one run to the start of the next; positive
 * @param limit how long one run may take before its thread is interrupted; positive
 * @param task must end soon after its thread is interrupted, as every call of the Kubernetes client
 *     does
 */
public record Sweep(String name, Duration interval, Duration limit, Runnable task) {
  /**
   * @throws IllegalArgumentException if a duration is not positive
   */
  public Sweep {
    requireNonNull(name, "name");
    requireNonNull(task, "task");
    if (!interval.isPositive() || !limit.isPositive()) {
      throw new IllegalArgumentException(name + ": interval and limit are positive");
    }
  }
}
