package warren.launch;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import warren.names.Names;
import warren.names.StoragePaths;
import warren.names.WorkflowIdentity;
import warren.plan.ContainerPlan;
import warren.plan.StorageUse;

/**
 * The mounts that storage in directories is offered by. Where no cluster is asked, as in an
 * outline, they stand for those of any other storage.
 */
public final class DirectoryMounts {
  private DirectoryMounts() {}

  /** The mount of one storage directive. */
  public static Mount of(WorkflowIdentity workflow, int directive) {
    return new Mount(
        new MountSource.Claim(Names.claim(workflow.name(), directive)),
        StoragePaths.mountPath(workflow.uid(), directive),
        false,
        Optional.empty());
  }

  /** The mounts of all storages that a container directive uses, by the storages' directives. */
  public static Map<Integer, Mount> of(WorkflowIdentity workflow, ContainerPlan plan) {
    Map<Integer, Mount> mounts = new TreeMap<>();
    plan.storages().stream()
        .map(StorageUse::directive)
        .forEach(directive -> mounts.put(directive, of(workflow, directive)));
    return mounts;
  }
}
