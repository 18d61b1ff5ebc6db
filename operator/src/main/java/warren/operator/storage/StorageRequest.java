package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import warren.dw.JobDw;
import warren.names.WorkflowIdentity;
import warren.operator.driver.JobPlaces;
import warren.plan.UserIdentity;

/**
 * What a provider is asked for, and what there is of it.
 *
 * @param user whose the storage is
 * @param places the job's computes and their Rabbits
 */
record StorageRequest(UserIdentity user, JobDw directive, JobPlaces places, FoundStorage found) {
  StorageRequest {
    requireNonNull(user, "user");
    requireNonNull(directive, "directive");
    requireNonNull(places, "places");
    requireNonNull(found, "found");
  }

  WorkflowIdentity workflow() {
    return found.workflow();
  }

  /** The Rabbits that hold the storage: one is enough where all see the same tree. */
  List<String> rabbits() {
    List<String> all = places.rabbits();
    return directive.type().isPerCompute() || all.isEmpty() ? all : all.subList(0, 1);
  }
}
