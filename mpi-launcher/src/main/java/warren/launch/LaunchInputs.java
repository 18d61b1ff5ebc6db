package warren.launch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import warren.names.WorkflowIdentity;
import warren.plan.ContainerPlan;

/**
 * All there is to know to launch a container directive.
 *
 * @param rabbits the Rabbits' node names, in the order of the job's computes, each once; at least
 *     one
 */
public record LaunchInputs(WorkflowIdentity workflow, ContainerPlan plan, List<String> rabbits) {
  public LaunchInputs {
    requireNonNull(workflow, "workflow");
    requireNonNull(plan, "plan");
    rabbits = List.copyOf(rabbits);
    if (rabbits.isEmpty()) {
      throw new IllegalArgumentException("a container runs on at least one Rabbit");
    }
  }
}
