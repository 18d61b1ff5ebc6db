package warren.operator.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.dw.WorkflowState;
import warren.operator.history.EventTexts.About;

/**
 * Keeps Events few: a cause is told once a state, and a state has at most {@link #MOST} Events
 * about waiting and {@link #MOST} about failing. What is left out stands in the Workflow's status.
 * Kept for the workflows that changed last; safe for any thread.
 */
final class EventLimit {
  /** Of waiting, and of failing, in one state of one workflow. */
  static final int MOST = 10;

  /** The workflows of which it is known what was told; a few hundred bytes each. */
  private static final int WORKFLOWS = 10_000;

  /** The hashes of what was told, to take little memory. */
  private record Told(WorkflowState state, List<Integer> waits, List<Integer> failures) {}

  private final Map<String, Told> workflows = new LinkedHashMap<>(16, 0.75f, true);

  /** Whether the Event is to be written; it counts as written then. */
  synchronized boolean admits(String uid, About about) {
    Told told = workflows.get(uid);
    if (told == null || told.state() != about.state()) {
      told = new Told(about.state(), new ArrayList<>(2), new ArrayList<>(0));
      workflows.put(uid, told);
      if (workflows.size() > WORKFLOWS) {
        workflows.remove(workflows.keySet().iterator().next());
      }
    }
    if (about.cause().isEmpty()) {
      return true;
    }
    List<Integer> causes =
        about.text().isWarning() && !about.text().reason().equals(EventTexts.RETRYING)
            ? told.failures()
            : told.waits();
    Integer cause = 31 * about.text().reason().hashCode() + about.cause().get().hashCode();
    if (causes.contains(cause) || causes.size() >= MOST) {
      return false;
    }
    causes.add(cause);
    return true;
  }

  /** Forgets a workflow that is gone. */
  synchronized void forget(String uid) {
    workflows.remove(uid);
  }
}
