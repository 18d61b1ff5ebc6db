package warren.cli.secret;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import warren.pull.RegistryLogin;

/** Where images are. */
@FunctionalInterface
interface Registries {
  /** Asks for an image with this login, or as nobody. */
  Answer ask(ImageName image, Optional<RegistryLogin> login);

  /** What a registry says to one login. */
  sealed interface Answer {
    /**
     * It has the image, and would give it out.
     *
     * @param digest {@code sha256:} and 64 hexadecimal digits
     */
    record Found(String digest) implements Answer {
      public Found {
        requireNonNull(digest, "digest");
      }
    }

    /** It has no such image, and says so. */
    record Missing() implements Answer {}

    /** It does not say whether it has the image: not to this login. */
    record Unauthorized() implements Answer {}

    /**
     * Nothing is known.
     *
     * @param address where it was asked
     * @param why such as {@code connection refused}
     */
    record NoAnswer(String address, String why) implements Answer {
      public NoAnswer {
        requireNonNull(address, "address");
        requireNonNull(why, "why");
      }
    }
  }
}
