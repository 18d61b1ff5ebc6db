package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import warren.pull.PullSecretContent;

/**
 * A pull secret that a profile names, as it is now; without what is in it.
 *
 * @param name as the profile has it
 * @param original empty when it is neither in the workflow's namespace nor in the profile's
 * @param copy what has the name of its copy in the workflow's namespace; {@link Copy.NotNeeded}
 *     when the original is there itself
 */
record PullSecret(String name, Optional<Original> original, Copy copy) {
  PullSecret {
    requireNonNull(name, "name");
    requireNonNull(original, "original");
    requireNonNull(copy, "copy");
  }

  /**
   * The Secret that an administrator made.
   *
   * @param resourceVersion to copy only what was looked at
   * @param defect why no image can be pulled with it; empty when only the registry can say
   */
  record Original(String namespace, String resourceVersion, Optional<Defect> defect) {
    Original {
      requireNonNull(namespace, "namespace");
      requireNonNull(resourceVersion, "resourceVersion");
      requireNonNull(defect, "defect");
    }
  }

  /** Why a Secret is no use. */
  sealed interface Defect {
    /** It is a Secret of another type. */
    record Type(String type) implements Defect {}

    /** See {@link PullSecretContent.Malformed}. */
    record Content(String why) implements Defect {}

    /** The defect of a Secret's content; empty when it is good. */
    static Optional<Defect> of(PullSecretContent content) {
      return switch (content) {
        case PullSecretContent.Good good -> Optional.empty();
        case PullSecretContent.WrongType wrong -> Optional.of(new Type(wrong.type()));
        case PullSecretContent.Malformed malformed -> Optional.of(new Content(malformed.why()));
      };
    }
  }

  /** How it is with the copy; the Secrets in here are without content. */
  sealed interface Copy {
    /** Pods name the original. */
    record NotNeeded() implements Copy {}

    /** It has to be made. */
    record Absent() implements Copy {}

    /** It is ours, and the same as the original. */
    record Fitting() implements Copy {}

    /** It is ours, of an original that has changed since. */
    record Stale(Secret copy) implements Copy {}

    /** It is being removed: ours, or of an earlier workflow of this name. */
    record Going() implements Copy {}

    /** It belongs to somebody else. */
    record Foreign(String name) implements Copy {}
  }
}
