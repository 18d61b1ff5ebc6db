package warren.operator.leases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What we remember of a workflow's lease.
 *
 * @param renewal the renewal last seen, by the runner's clock; empty when there was none
 * @param firstSeen when we first saw this very renewal, by our clock
 * @param overdue when we first found it to have ended, by our clock
 */
record Sighting(Optional<Instant> renewal, Instant firstSeen, Optional<Instant> overdue) {
  Sighting {
    requireNonNull(renewal, "renewal");
    requireNonNull(firstSeen, "firstSeen");
    requireNonNull(overdue, "overdue");
  }

  /** The first sight of a renewal. */
  static Sighting first(Optional<Instant> renewal, Instant now) {
    return new Sighting(renewal, now, Optional.empty());
  }

  /** After another look: a new renewal begins anew, whichever time it bears. */
  Sighting then(Optional<Instant> seen, Instant now) {
    return seen.equals(renewal) ? this : first(seen, now);
  }

  /** The same, found to have ended. */
  Sighting foundOverdue(Instant now) {
    return overdue.isPresent() ? this : new Sighting(renewal, firstSeen, Optional.of(now));
  }
}
