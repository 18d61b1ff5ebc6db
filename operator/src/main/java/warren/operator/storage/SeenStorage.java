package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import warren.dw.JobDw;
import warren.names.WorkflowIdentity;
import warren.operator.driver.JobPlaces;
import warren.operator.storage.DirectoryWork.Verb;
import warren.plan.UserIdentity;

/**
 * What there is of a storage directive.
 *
 * @param places the job's computes and their Rabbits
 * @param work the Jobs that make or remove its directories
 * @param complaints why such Jobs failed, or have not ended long after they began, by Rabbit
 * @param containersGone no container of the workflow runs any more, or will
 */
record SeenStorage(
    WorkflowIdentity workflow,
    UserIdentity user,
    JobDw directive,
    JobPlaces places,
    List<DirectoryWork> work,
    Map<String, String> complaints,
    Optional<PersistentVolumeClaim> claim,
    Optional<PersistentVolume> volume,
    boolean containersGone) {
  SeenStorage {
    requireNonNull(workflow, "workflow");
    requireNonNull(user, "user");
    requireNonNull(directive, "directive");
    requireNonNull(places, "places");
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

  List<String> computes() {
    return places.computes();
  }

  /** On which Rabbits, and what is wrong there: {@code rabbit-0 (no space), rabbit-1}. */
  String told(Collection<String> rabbits) {
    return rabbits.stream()
        .map(
            rabbit ->
                complaints.containsKey(rabbit)
                    ? rabbit + " (" + complaints.get(rabbit) + ")"
                    : rabbit)
        .collect(Collectors.joining(", "));
  }

  /** The Rabbits whose directories are to be made: one is enough where all see the same tree. */
  List<String> rabbits() {
    List<String> all = places.rabbits();
    return directive.type().isPerCompute() || all.isEmpty() ? all : all.subList(0, 1);
  }
}
