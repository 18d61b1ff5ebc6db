package warren.operator.containers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;

/** Decides in Teardown: delete what runs, and wait until its pods are gone. Pure. */
final class Removal {
  private Removal() {}

  /**
   * Decides.
   *
   * @param owners Jobs and MPIJobs of the directive
   * @param pods its pods
   * @param secrets its copies of pull secrets, which nothing that is being stopped needs
   */
  static Decision decide(List<? extends HasMetadata> owners, List<Pod> pods, List<Secret> secrets) {
    List<Action> credentials = deletions(secrets);
    if (owners.isEmpty() && pods.isEmpty()) {
      return Decision.done().with(credentials);
    }
    return Decision.waitFor(
            pods.isEmpty()
                ? "The containers are being removed."
                : "The containers are being stopped: "
                    + pods.size()
                    + " still there"
                    + on(pods)
                    + ".")
        // Owners first: they would make their pods anew. The garbage collector would delete the
        // pods
        // too, but later, and not those that have lost their owner.
        .with(
            Stream.of(credentials, deletions(owners), podDeletions(pods))
                .flatMap(List::stream)
                .toList());
  }

  private static List<Action> deletions(List<? extends HasMetadata> objects) {
    return objects.stream()
        .filter(object -> !object.isMarkedForDeletion())
        .<Action>map(Action.Delete::new)
        .toList();
  }

  /**
   * A kubelet takes 1 to 2 s to clear up after containers that have ended: nobody waits for that.
   */
  private static List<Action> podDeletions(List<Pod> pods) {
    return pods.stream().flatMap(pod -> podDeletion(pod).stream()).toList();
  }

  private static Optional<Action> podDeletion(Pod pod) {
    if (PodState.hasEnded(pod)) {
      Long grace = pod.getMetadata().getDeletionGracePeriodSeconds();
      boolean isAsked = pod.isMarkedForDeletion() && grace != null && grace == 0;
      return isAsked ? Optional.empty() : Optional.of(new Action.Delete(pod, true));
    }
    return pod.isMarkedForDeletion() ? Optional.empty() : Optional.of(new Action.Delete(pod));
  }

  /** A node that is away keeps its pods until it is back, or until somebody deletes it. */
  private static String on(List<Pod> pods) {
    String nodes =
        pods.stream()
            .flatMap(pod -> Optional.ofNullable(pod.getSpec().getNodeName()).stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return nodes.isEmpty() ? "" : ", on " + nodes;
  }
}
