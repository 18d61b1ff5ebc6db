package warren.profile;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much a job may take by a profile; what is empty has no limit.
 *
 * @param nodes computes of a job, at least 1
 * @param portsPerContainer the most {@code numPorts} may be, at least 1
 * @param runTime how long the containers may run, and so a job whose length is known; at least a
 *     second
 */
public record ProfileLimits(
    OptionalInt nodes, OptionalInt portsPerContainer, Optional<Duration> runTime) {
  /** No limits. */
  public static final ProfileLimits NONE =
      new ProfileLimits(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

  public ProfileLimits {
    if (nodes.orElse(1) < 1
        || portsPerContainer.orElse(1) < 1
        || runTime.filter(time -> time.toSeconds() < 1).isPresent()) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
  }
}
