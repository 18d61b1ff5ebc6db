package warren.launch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import warren.names.WorkflowIdentity;
import warren.plan.ContainerPlan;

/**
 * All there is to know to launch a container directive.
 *
 * @param rabbits the Rabbits' node names, in the order of the job's computes, each once; at least
 *     one
 * @param copiedSecrets the profile's pull secrets that are not in the workflow's namespace: pods
 *     name their copies there, {@link warren.names.Names#pullSecret}
 */
public record LaunchInputs(
    WorkflowIdentity workflow,
    ContainerPlan plan,
    List<String> rabbits,
    Set<String> copiedSecrets) {
  public LaunchInputs {
    requireNonNull(workflow, "workflow");
    requireNonNull(plan, "plan");
    rabbits = List.copyOf(rabbits);
    copiedSecrets = Set.copyOf(copiedSecrets);
    if (rabbits.isEmpty()) {
      throw new IllegalArgumentException("a container runs on at least one Rabbit");
    }
  }

  /** The same when all pull secrets are in the workflow's namespace. */
  public LaunchInputs(WorkflowIdentity workflow, ContainerPlan plan, List<String> rabbits) {
    this(workflow, plan, rabbits, Set.of());
  }
}
