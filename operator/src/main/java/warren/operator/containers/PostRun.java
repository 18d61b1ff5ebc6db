package warren.operator.containers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.operator.containers.Unit.Phase;
import warren.operator.decision.Decision;

/** Decides in PostRun: wait until everything has ended, but not for ever. Pure. */
final class PostRun {
  private PostRun() {}

  static Decision decide(SeenContainers seen, Instant now) {
    Optional<Decision> killed = KilledRanks.decide(seen, now);
    if (killed.isPresent()) {
      return killed.get();
    }
    Optional<Finding> failed = Endings.failure(seen);
    if (failed.isPresent()) {
      return Decision.fail(failed.get()).with(Endings.stop(seen));
    }
    if (seen.units().isEmpty()) {
      // Not even known what there ought to be: not the same as all having ended.
      return Decision.fail(
          seen.places()
              .problem(seen.workflow().name(), "to look for containers on")
              .orElseThrow(() -> new IllegalStateException("computes, but no Rabbit")));
    }
    List<Unit> vanished =
        seen.units().stream().filter(unit -> unit.phase() == Phase.ABSENT).toList();
    if (!vanished.isEmpty()) {
      return Decision.fail(
          Finding.error(
                  new Code("containers-vanished"),
                  Blame.INTERNAL,
                  "The containers of profile "
                      + seen.profile()
                      + " were removed before they had ended, "
                      + where(vanished)
                      + ".")
              .hint("Nobody but Warren may delete them."));
    }
    Optional<Decision> workers = EndedWorkers.decide(seen, now);
    if (workers.isPresent()) {
      return workers.get();
    }
    List<Unit> running = seen.units().stream().filter(unit -> !unit.phase().hasEnded()).toList();
    Duration timeout = seen.plan().profile().postRunTimeout();
    if (running.isEmpty() || timeout.isZero()) {
      return Decision.done();
    }
    Instant deadline = seen.entered().plus(timeout);
    if (!now.isBefore(deadline)) {
      return Decision.fail(tooLong(seen, running, timeout)).with(Endings.stop(seen));
    }
    return Decision.waitFor(
            "The containers of profile " + seen.profile() + " still run " + where(running) + ".",
            deadline)
        .with(Endings.endHalves(seen));
  }

  private static Finding tooLong(SeenContainers seen, List<Unit> running, Duration timeout) {
    return Finding.error(
            new Code("end-timeout"),
            Blame.USER,
            "The containers of profile "
                + seen.profile()
                + " did not end within "
                + timeout.toSeconds()
                + " seconds after the job (postRunTimeoutSeconds) "
                + where(running)
                + ", and were stopped.")
        .hint("Have them end when the job does, or the profile give them more time.");
  }

  private static String where(List<Unit> units) {
    return units.stream().map(Unit::where).collect(Collectors.joining(", "));
  }
}
