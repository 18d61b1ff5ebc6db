package warren.operator.decision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.dw.Finding;

/**
 * What a driver decided about one entry.
 *
 * @param actions to be carried out in order, before the outcome is told
 * @param annotations to be added to the Workflow, together with the outcome
 */
public record Decision(Outcome outcome, List<Action> actions, Map<String, String> annotations) {
  public Decision {
    requireNonNull(outcome, "outcome");
    actions = List.copyOf(actions);
    annotations = Map.copyOf(annotations);
  }

  /** Done, and nothing to tell the job. */
  public static Decision done() {
    return done(Map.of());
  }

  /** Done, with variables for the job's processes. */
  public static Decision done(Map<String, String> env) {
    return new Decision(new Outcome.Done(env), List.of(), Map.of());
  }

  /** Done, with something that the user has to know all the same. */
  public static Decision done(List<Finding> news) {
    return new Decision(new Outcome.Done(Map.of(), news), List.of(), Map.of());
  }

  /** Wait for the cluster to change. */
  public static Decision waitFor(String reason) {
    return new Decision(new Outcome.Wait(reason, Optional.empty()), List.of(), Map.of());
  }

  /** Wait for the cluster to change, at most until this instant. */
  public static Decision waitFor(String reason, Instant askAgain) {
    return new Decision(new Outcome.Wait(reason, Optional.of(askAgain)), List.of(), Map.of());
  }

  /** Give up. */
  public static Decision fail(Finding... findings) {
    return fail(List.of(findings));
  }

  /** Give up. */
  public static Decision fail(List<Finding> findings) {
    return new Decision(new Outcome.Fail(findings), List.of(), Map.of());
  }

  /** The same, with these actions carried out first. */
  public Decision with(List<? extends Action> before) {
    return new Decision(outcome, List.copyOf(before), annotations);
  }

  /** The same, with this annotation of the Workflow besides those it has. */
  public Decision annotate(String key, String value) {
    Map<String, String> all = new HashMap<>(annotations);
    all.put(key, value);
    return new Decision(outcome, actions, all);
  }
}
