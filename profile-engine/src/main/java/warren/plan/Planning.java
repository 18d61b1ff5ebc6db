package warren.plan;

import java.util.List;
import java.util.Optional;
import warren.dw.Finding;

/**
 * The answer of the planner.
 *
 * @param plan present exactly when no finding is an error
 * @param findings all of them, in directive order; warnings may stand beside a plan
 */
public record Planning(Optional<WorkflowPlan> plan, List<Finding> findings) {
  public Planning {
    findings = List.copyOf(findings);
    if (plan.isPresent() == findings.stream().anyMatch(Finding::isError)) {
      throw new IllegalArgumentException("a plan, or an error");
    }
  }
}
