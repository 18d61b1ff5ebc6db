package warren.cli.run;

import java.time.Duration;
import java.util.function.Function;
import warren.dw.WorkflowState;
import warren.plan.ContainerPlan;
import warren.plan.WorkflowPlan;
import warren.profile.ResolvedProfile;

/**
 * How long a run waits for each state. The operator keeps the profiles' own limits; these come
 * after them, for an operator that does not answer.
 */
final class Patience {
  /** Of a Proposal: no more than reading, unless there is no operator. */
  private static final Duration PROPOSAL = Duration.ofMinutes(1);

  /** Of a state in which storage is made or removed, or containers are stopped. */
  private static final Duration STORAGE = Duration.ofMinutes(10);

  /** What the operator may need to act on a limit that has passed. */
  private static final Duration REACTION = Duration.ofMinutes(2);

  /** For a profile that sets no limit. */
  private static final Duration FOREVER = Duration.ofDays(365);

  private Patience() {}

  /** From asking for the state until it must be reached. */
  static Duration with(WorkflowPlan plan, WorkflowState state) {
    return switch (state) {
      case PROPOSAL -> PROPOSAL;
      case SETUP, DATA_IN, DATA_OUT, TEARDOWN -> STORAGE;
      case PRE_RUN -> longest(plan, FOREVER, ResolvedProfile::preRunTimeout).plus(STORAGE);
      case POST_RUN -> longest(plan, Duration.ZERO, ResolvedProfile::postRunTimeout).plus(REACTION);
    };
  }

  private static Duration longest(
      WorkflowPlan plan, Duration ofZero, Function<ResolvedProfile, Duration> limit) {
    return plan.containers().stream()
        .map(ContainerPlan::profile)
        .map(limit)
        .map(duration -> duration.isZero() ? ofZero : duration)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
