package warren.plan;

import java.util.List;
import warren.dw.Directive;

/**
 * What a workflow would do.
 *
 * @param directives all of them, in order
 * @param containers one per container directive, in directive order
 */
public record WorkflowPlan(List<Directive> directives, List<ContainerPlan> containers) {
  public WorkflowPlan {
    directives = List.copyOf(directives);
    containers = List.copyOf(containers);
  }
}
