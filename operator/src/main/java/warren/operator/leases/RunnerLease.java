package warren.operator.leases;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import warren.names.Names;
import warren.operator.entries.SeenWorkflow;

/**
 * Decides whether the runner of a workflow still lives. Pure.
 *
 * <p>The runner's clock and ours may differ, so a renewal counts from when we first saw it: it ends
 * {@code duration} after that. Only a lease for longer than {@link #HEARTBEAT}, which is left
 * behind on purpose and renewed no more, counts by the time written in it, so that a restart of the
 * operator does not prolong it; but never within a heartbeat of first sight. Both are one rule: it
 * ends {@code duration} after it was renewed, which was not after we saw it, and at the earliest
 * {@code min(duration, HEARTBEAT)} after we saw it.
 *
 * <p>What has ended is looked at once more, {@link #SECOND_LOOK} later: while the API server was
 * away, the runner could not renew either, and gets its turn before it is condemned.
 */
public final class RunnerLease {
  /**
   * How long a lease lasts that does not say so, and how long a workflow may be without one. The
   * runner renews three times as often.
   */
  static final Duration HEARTBEAT = Duration.ofSeconds(30);

  /** One and a half of the runner's renewals. */
  static final Duration SECOND_LOOK = Duration.ofSeconds(15);

  private RunnerLease() {}

  /** What is to become of a workflow, as far as its runner goes. */
  public sealed interface Verdict {
    /** Another workload manager drives it, or it is going already. */
    record NotOurs() implements Verdict {}

    /** The runner lives; ask again at this instant. */
    record Keep(Instant until) implements Verdict {
      public Keep {
        requireNonNull(until, "until");
      }
    }

    /** The runner is gone: delete the workflow. */
    record Expired(String why) implements Verdict {
      public Expired {
        requireNonNull(why, "why");
      }
    }
  }

  /** Whether the workflow lives by its runner's lease at all. */
  static boolean isOurs(SeenWorkflow workflow) {
    return Names.RUNNER_WLM.equals(workflow.manager()) && !workflow.isBeingDeleted();
  }

  /** When the runner last gave a sign of life, by its own clock; empty without a lease. */
  static Optional<Instant> renewed(Optional<Lease> lease) {
    return lease
        .filter(there -> there.getSpec() != null)
        .flatMap(there -> Optional.ofNullable(there.getSpec().getRenewTime()))
        .map(time -> time.toInstant());
  }

  /**
   * Judges by the lease.
   *
   * @param lease the workflow's own, if there is one
   * @param sighting since when we know this very renewal, or that there is none
   */
  static Verdict judge(
      SeenWorkflow workflow, Optional<Lease> lease, Sighting sighting, Instant now) {
    if (!isOurs(workflow)) {
      return new Verdict.NotOurs();
    }
    Instant end = end(lease, sighting);
    if (now.isBefore(end)) {
      return new Verdict.Keep(end);
    }
    Instant condemned = sighting.overdue().orElse(now).plus(SECOND_LOOK);
    if (now.isBefore(condemned)) {
      return new Verdict.Keep(condemned);
    }
    return new Verdict.Expired(
        sighting
            .renewal()
            .map(renewal -> "its runner has not renewed its lease since " + renewal)
            .orElse("its runner has no lease"));
  }

  /** When this renewal ends, by our clock. */
  static Instant end(Optional<Lease> lease, Sighting sighting) {
    Duration duration = duration(lease);
    Instant byUs =
        sighting.firstSeen().plus(duration.compareTo(HEARTBEAT) < 0 ? duration : HEARTBEAT);
    Instant byRunner =
        sighting
            .renewal()
            .filter(renewal -> renewal.isBefore(sighting.firstSeen()))
            .orElse(sighting.firstSeen())
            .plus(duration);
    return byUs.isAfter(byRunner) ? byUs : byRunner;
  }

  private static Duration duration(Optional<Lease> lease) {
    return lease
        .filter(there -> there.getSpec() != null)
        .flatMap(there -> Optional.ofNullable(there.getSpec().getLeaseDurationSeconds()))
        .map(Duration::ofSeconds)
        .orElse(HEARTBEAT);
  }
}
