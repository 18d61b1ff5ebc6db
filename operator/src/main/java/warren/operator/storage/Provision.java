package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import warren.launch.Mount;
import warren.operator.decision.Decision;

/** How far storage is that a provider makes. */
sealed interface Provision {
  /**
   * Containers can mount it.
   *
   * @param mount how
   */
  record Offered(Mount mount) implements Provision {
    public Offered {
      requireNonNull(mount, "mount");
    }
  }

  /**
   * Not yet, or never.
   *
   * @param next waits or fails
   */
  record Unfinished(Decision next) implements Provision {
    public Unfinished {
      requireNonNull(next, "next");
    }
  }
}
