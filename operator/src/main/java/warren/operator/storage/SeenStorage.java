package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.dw.JobDw;
import warren.names.WorkflowIdentity;
import warren.operator.storage.DirectoryWork.Verb;
import warren.plan.MachineLayout;
import warren.plan.UserIdentity;

/**
 * What there is of a storage directive.
 *
 * @param computes the job's computes; empty until the workload manager has named them
 * @param layout which compute is attached to which Rabbit
 * @param work the Jobs that make or remove its directories
 * @param complaints the last words of pods of such Jobs that failed, by Rabbit
 * @param containersGone no container of the workflow runs any more, or will
 */
record SeenStorage(
    WorkflowIdentity workflow,
    UserIdentity user,
    JobDw directive,
    List<String> computes,
    MachineLayout layout,
    List<DirectoryWork> work,
    Map<String, String> complaints,
    Optional<PersistentVolumeClaim> claim,
    Optional<PersistentVolume> volume,
    boolean containersGone) {
  SeenStorage {
    requireNonNull(workflow, "workflow");
    requireNonNull(user, "user");
    requireNonNull(directive, "directive");
    requireNonNull(layout, "layout");
    computes = List.copyOf(computes);
    work = List.copyOf(work);
    complaints = Map.copyOf(complaints);
    requireNonNull(claim, "claim");
    requireNonNull(volume, "volume");
  }

  List<DirectoryWork> work(Verb verb) {
    return work.stream().filter(one -> one.verb() == verb).toList();
  }

  Optional<DirectoryWork> work(Verb verb, String rabbit) {
    return work(verb).stream().filter(one -> one.rabbit().equals(rabbit)).findFirst();
  }

  /** The Rabbits whose directories are to be made: one is enough where all see the same tree. */
  List<String> rabbits() {
    List<String> all = layout.rabbitsOf(computes);
    return directive.type().isPerCompute() || all.isEmpty() ? all : all.subList(0, 1);
  }
}
