package warren.operator.containers;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import warren.operator.driver.EventTimes;

/**
 * Decides whether a registry's refusal is the last word. The API server lets a kubelet read a pull
 * secret a moment after a pod that names the secret was bound to the node. A kubelet that asks
 * before that pulls without credentials, is refused, and pulls again with them later. Pure.
 */
final class SecretRace {
  /** The reason of the kubelet's event about a pull secret that it could not read. */
  private static final String NOT_READ = "FailedToRetrieveImagePullSecret";

  /**
   * Longer than a kubelet takes to its second pull. The kubelet looks at the pod again 10 to 15
   * seconds after a failure, and does not pull within 10 seconds of a failed pull: so it may be the
   * second look that pulls.
   */
  private static final Duration SECOND_PULL = Duration.ofSeconds(40);

  private SecretRace() {}

  /**
   * The same trouble, but not permanent as long as the kubelet may have pulled without the secret:
   * until the events of the pod are known, and some seconds after one that says so.
   */
  static Trouble settled(Trouble trouble, Pod pod, Unit unit, Instant now) {
    boolean open =
        trouble.permanent()
            && trouble.finding().code().equals(ImageTrouble.SECRET_REFUSED)
            && (!unit.isLate(now)
                || unit.events().stream().anyMatch(event -> isAbout(event, pod, now)));
    return open ? new Trouble(false, trouble.finding()) : trouble;
  }

  private static boolean isAbout(Event event, Pod pod, Instant now) {
    return NOT_READ.equals(event.getReason())
        && pod.getMetadata().getUid().equals(event.getInvolvedObject().getUid())
        && now.isBefore(EventTimes.last(event).plus(SECOND_PULL));
  }
}
