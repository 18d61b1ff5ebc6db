package warren.launch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import warren.names.DirectiveIdentity;
import warren.names.WorkflowIdentity;
import warren.plan.ContainerPlan;
import warren.plan.StorageUse;

/**
 * All there is to know to launch a container directive.
 *
 * @param rabbits the Rabbits' node names, in the order of the job's computes, each once; at least
 *     one
 * @param mounts how each storage that the directive uses is mounted, by the storage's directive
 * @param copiedSecrets the profile's pull secrets that are not in the workflow's namespace: pods
 *     name their copies there, {@link warren.names.Names#pullSecret}
 */
public record LaunchInputs(
    WorkflowIdentity workflow,
    ContainerPlan plan,
    List<String> rabbits,
    Map<Integer, Mount> mounts,
    Set<String> copiedSecrets) {
  public LaunchInputs {
    requireNonNull(workflow, "workflow");
    requireNonNull(plan, "plan");
    rabbits = List.copyOf(rabbits);
    mounts = Map.copyOf(mounts);
    copiedSecrets = Set.copyOf(copiedSecrets);
    if (rabbits.isEmpty()) {
      throw new IllegalArgumentException("a container runs on at least one Rabbit");
    }
    for (StorageUse use : plan.storages()) {
      if (!mounts.containsKey(use.directive())) {
        throw new IllegalArgumentException("no mount for the storage of " + use.variable());
      }
    }
  }

  /** The container directive that is launched. */
  public DirectiveIdentity directive() {
    return plan.of(workflow);
  }

  /** An outline: storages are directories, all pull secrets are in the workflow's namespace. */
  public LaunchInputs(WorkflowIdentity workflow, ContainerPlan plan, List<String> rabbits) {
    this(workflow, plan, rabbits, DirectoryMounts.of(workflow, plan), Set.of());
  }
}
