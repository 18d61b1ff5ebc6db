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
    return obstacle(seen, now).orElseGet(() -> end(seen, now));
  }

  /** A failure for good, or what has to be known or tried before anything can be said. */
  static Optional<Decision> obstacle(SeenContainers seen, Instant now) {
    return KilledRanks.decide(seen, now)
        .or(() -> Endings.failure(seen).map(failed -> stop(seen, failed)))
        .or(() -> missing(seen).map(Decision::fail))
        .or(() -> EndedWorkers.decide(seen, now));
  }

  private static Optional<Finding> missing(SeenContainers seen) {
    if (seen.units().isEmpty()) {
      // Not even known what there ought to be: not the same as all having ended.
      return Optional.of(
          seen.places()
              .problem(seen.workflow().name(), "to look for containers on")
              .orElseThrow(() -> new IllegalStateException("computes, but no Rabbit")));
    }
    List<Unit> vanished =
        seen.units().stream().filter(unit -> unit.phase() == Phase.ABSENT).toList();
    return vanished.isEmpty()
        ? Optional.empty()
        : Optional.of(
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

  private static Decision end(SeenContainers seen, Instant now) {
    List<Unit> running = seen.units().stream().filter(unit -> !unit.phase().hasEnded()).toList();
    Duration timeout = seen.plan().profile().postRunTimeout();
    if (running.isEmpty() || timeout.isZero()) {
      return Decision.done(Endings.shortOfMemory(seen));
    }
    Instant deadline = seen.entered().plus(timeout);
    Optional<Finding> lost = Endings.lost(seen).map(words -> lost(words, timeout));
    if (!now.isBefore(deadline)) {
      return stop(seen, lost.orElseGet(() -> tooLong(seen, running, timeout)));
    }
    String reason =
        Endings.lost(seen)
            .orElse(
                "The containers of profile "
                    + seen.profile()
                    + " still run "
                    + where(running)
                    + ".");
    return Decision.waitFor(reason, deadline).with(Endings.endHalves(seen));
  }

  private static Finding lost(String words, Duration timeout) {
    return Finding.error(
            new Code("rabbit-lost"),
            Blame.INTERNAL,
            words
                + " That was waited for "
                + timeout.toSeconds()
                + " seconds (postRunTimeoutSeconds).")
        .hint("An administrator has to look at the Rabbit.");
  }

  private static Decision stop(SeenContainers seen, Finding finding) {
    return Decision.fail(finding).with(Endings.stop(seen));
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
