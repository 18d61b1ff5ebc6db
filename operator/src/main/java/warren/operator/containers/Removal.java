package warren.operator.containers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import warren.operator.decision.Action;
import warren.operator.decision.Action.Propagation;
import warren.operator.decision.Decision;

/** Decides in Teardown: delete what runs, and wait until its pods are gone. Pure. */
final class Removal {
  private Removal() {}

  /**
   * Decides.
   *
   * @param owners Jobs and MPIJobs of the directive
   * @param pods its pods
   */
  static Decision decide(List<? extends HasMetadata> owners, List<Pod> pods) {
    if (owners.isEmpty() && pods.isEmpty()) {
      return Decision.done();
    }
    return Decision.waitFor(
            pods.isEmpty()
                ? "The containers are being removed."
                : "The containers are being stopped: " + pods.size() + " still there.")
        .with(
            owners.stream()
                .filter(owner -> !owner.isMarkedForDeletion())
                .map(owner -> new Action.Delete(owner, Propagation.FOREGROUND))
                .toList());
  }
}
