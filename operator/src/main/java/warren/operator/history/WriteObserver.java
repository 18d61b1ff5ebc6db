package warren.operator.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import warren.dw.Finding;
import warren.operator.entries.SeenWorkflow;

/** Hears of each write of a Workflow. Neither throws nor waits. */
@FunctionalInterface
public interface WriteObserver {
  /**
   * A Workflow was written.
   *
   * @param before as read at the beginning of the pass
   * @param after as written
   * @param failures the findings of the entries that failed in this pass, by position in {@code
   *     status.drivers}
   * @param now when the pass began
   */
  void written(
      SeenWorkflow before, SeenWorkflow after, Map<Integer, List<Finding>> failures, Instant now);

  /** The workflow of this UID does not exist any more. */
  default void forget(String uid) {
    // Who keeps nothing of a workflow has nothing to forget.
  }
}
