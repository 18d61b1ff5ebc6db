package warren.operator.containers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * @param secrets its copies of pull secrets, which nothing that is being stopped needs
   */
  static Decision decide(List<? extends HasMetadata> owners, List<Pod> pods, List<Secret> secrets) {
    List<Action> credentials = deletions(secrets, Propagation.BACKGROUND);
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
        .with(
            Stream.concat(
                    credentials.stream(),
                    // Pods go with their owners; those that have lost theirs nobody else would ever
                    // take away.
                    deletions(owners.isEmpty() ? pods : owners, Propagation.FOREGROUND).stream())
                .toList());
  }

  private static List<Action> deletions(
      List<? extends HasMetadata> objects, Propagation propagation) {
    return objects.stream()
        .filter(object -> !object.isMarkedForDeletion())
        .<Action>map(object -> new Action.Delete(object, propagation))
        .toList();
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
