package warren.cli.secret;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import warren.pull.PullSecretContent;

/** How a pull secret gets to where there may be a Secret of its name already. Pure. */
sealed interface Placement {
  /** There is none. */
  record Create() implements Placement {}

  /** In place, if it still has this version. */
  record Update(String resourceVersion) implements Placement {}

  /** It cannot be changed: it has to go first. */
  record Recreate() implements Placement {}

  /** It stays. */
  record Refuse(String why) implements Placement {}

  /**
   * Decides.
   *
   * @param replace whether a pull secret of that name may be replaced
   */
  static Placement of(Optional<Secret> there, boolean replace) {
    if (there.isEmpty()) {
      return new Create();
    }
    Secret old = there.get();
    String told =
        "secret %s in namespace %s"
            .formatted(old.getMetadata().getName(), old.getMetadata().getNamespace());
    boolean ofToday = PullSecretContent.TYPE.equals(old.getType());
    if (!ofToday && !PullSecretContent.OLD_TYPE.equals(old.getType())) {
      return new Refuse(
          told
              + " exists already and is no pull secret, but of type "
              + old.getType()
              + "; take another name, or delete it first");
    }
    if (!replace) {
      return new Refuse(told + " exists already; to replace it, say --replace");
    }
    return ofToday && !Boolean.TRUE.equals(old.getImmutable())
        ? new Update(old.getMetadata().getResourceVersion())
        : new Recreate();
  }
}
