package warren.operator.deadlines;

import java.time.Instant;
import java.util.Map;

/**
 * Alarms of workflows. They are in memory only: the truth about a deadline is in the cluster, from
 * which each pass computes it again.
 */
public interface Alarms {
  /**
   * Replaces all alarms of a workflow.
   *
   * @param alarms by what they are for; an instant in the past rings at once
   */
  void set(String namespace, String name, Map<String, Instant> alarms);

  /** Who is to be told when an alarm rings. */
  @FunctionalInterface
  interface Listener {
    /** Look at this workflow now. */
    void ring(String namespace, String name);
  }
}
