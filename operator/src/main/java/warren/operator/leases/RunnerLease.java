package warren.operator.leases;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import warren.names.Names;
import warren.operator.entries.SeenWorkflow;

/** Decides whether the runner of a workflow still lives. Pure. */
public final class RunnerLease {
  /**
   * How long a lease lasts that does not say so, and how long a new workflow may be without one.
   */
  static final Duration DURATION = Duration.ofSeconds(30);

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

  /**
   * Judges by the lease.
   *
   * @param lease the workflow's own, if there is one
   */
  public static Verdict judge(SeenWorkflow workflow, Optional<Lease> lease, Instant now) {
    if (!Names.RUNNER_WLM.equals(workflow.manager()) || workflow.isBeingDeleted()) {
      return new Verdict.NotOurs();
    }
    Instant until = lease.map(RunnerLease::end).orElseGet(() -> workflow.created().plus(DURATION));
    if (now.isBefore(until)) {
      return new Verdict.Keep(until);
    }
    return new Verdict.Expired(
        lease.isPresent()
            ? "its runner has not renewed its lease since " + renewed(lease.get())
            : "its runner never took a lease");
  }

  private static Instant end(Lease lease) {
    Integer seconds = lease.getSpec() == null ? null : lease.getSpec().getLeaseDurationSeconds();
    return renewed(lease).plus(seconds == null ? DURATION : Duration.ofSeconds(seconds));
  }

  private static Instant renewed(Lease lease) {
    if (lease.getSpec() != null && lease.getSpec().getRenewTime() != null) {
      return lease.getSpec().getRenewTime().toInstant();
    }
    return Instant.parse(lease.getMetadata().getCreationTimestamp());
  }
}
