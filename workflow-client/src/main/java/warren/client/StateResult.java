package warren.client;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How waiting for a state ended. */
public sealed interface StateResult {
  /**
   * The state is reached.
   *
   * @param env {@code status.env} at that moment: variables for the job's processes, in order
   */
  record Ready(Map<String, String> env) implements StateResult {
    public Ready {
      env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }
  }

  /** A driver says Error; the messages are in the view. */
  record Failed(WorkflowView view) implements StateResult {
    public Failed {
      requireNonNull(view, "view");
    }
  }

  /** Neither reached nor failed within the time given. */
  record TimedOut(WorkflowView view) implements StateResult {
    public TimedOut {
      requireNonNull(view, "view");
    }
  }

  /** The Workflow is deleted, or being deleted by somebody else. */
  record Gone() implements StateResult {}
}
