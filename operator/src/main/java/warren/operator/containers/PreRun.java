package warren.operator.containers;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.launch.HostNames;
import warren.operator.containers.Unit.Phase;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.plan.JobFacts;
import warren.plan.JobLimits;

/** Decides in PreRun: launch, and wait until everything runs. Pure. */
final class PreRun {
  private PreRun() {}

  static Decision decide(SeenContainers seen, Instant now) {
    Optional<Decision> killed = KilledRanks.decide(seen, now);
    if (killed.isPresent()) {
      return killed.get();
    }
    Optional<Finding> failed = Endings.failure(seen);
    if (failed.isPresent()) {
      return stop(seen, failed.get());
    }
    Optional<Trouble> trouble = seen.trouble(now);
    if (trouble.filter(Trouble::permanent).isPresent()) {
      return stop(seen, trouble.get().finding());
    }
    Duration timeout = seen.plan().profile().preRunTimeout();
    Optional<Instant> deadline =
        timeout.isZero() ? Optional.empty() : Optional.of(seen.entered().plus(timeout));
    if (!seen.units().isEmpty()
        && seen.units().stream().allMatch(unit -> unit.phase().hasStarted())) {
      return Decision.done(env(seen));
    }
    boolean isLate = deadline.filter(end -> !now.isBefore(end)).isPresent();
    Optional<Decision> workers = EndedWorkers.decide(seen, now);
    if (workers.isPresent()) {
      return workers.get();
    }
    if (isLate && !hasBegun(seen)) {
      return stop(seen, tooLate(seen, timeout, trouble));
    }
    Optional<Instant> end = isLate ? Optional.empty() : deadline;
    return seen.units().isEmpty()
            || seen.units().stream().anyMatch(unit -> unit.phase() == Phase.ABSENT)
        ? launch(seen, end, now)
        : waitFor(reason(seen, trouble), earliest(seen, end, now)).with(Endings.endHalves(seen));
  }

  /**
   * Whether all that has not started has run and failed at least once. What did so has no deadline
   * any more: the number of tries limits it.
   */
  private static boolean hasBegun(SeenContainers seen) {
    return !seen.units().isEmpty()
        && (!seen.replacedWorkers().isEmpty()
            || seen.units().stream()
                .allMatch(unit -> unit.phase().hasStarted() || unit.failures() > 0));
  }

  /** The deadline, or before it the next look at those that have not started. */
  private static Optional<Instant> earliest(
      SeenContainers seen, Optional<Instant> deadline, Instant now) {
    return Stream.concat(
            deadline.stream(), seen.units().stream().flatMap(unit -> unit.nextLook(now).stream()))
        .min(Comparator.naturalOrder());
  }

  private static Decision launch(SeenContainers seen, Optional<Instant> deadline, Instant now) {
    if (!seen.missingStorage().isEmpty()) {
      return waitFor(
          "The containers wait for the storage " + String.join(", ", seen.missingStorage()) + ".",
          deadline);
    }
    Optional<Finding> nowhere =
        seen.places().problem(seen.workflow().name(), "to run containers on");
    if (nowhere.isPresent()) {
      return Decision.fail(nowhere.get());
    }
    List<Finding> names =
        HostNames.check(Launch.outline(seen.workflow(), seen.plan(), seen.rabbits()));
    if (!names.isEmpty()) {
      return Decision.fail(names);
    }
    List<Finding> limits =
        JobLimits.check(
            seen.plan().profile(), JobFacts.UNKNOWN.withNodes(seen.places().computes().size()));
    if (!limits.isEmpty()) {
      return Decision.fail(limits);
    }
    return seen.secrets()
        .before(now)
        .orElseGet(
            () ->
                waitFor("The containers are being started.", deadline)
                    .with(
                        Stream.concat(
                                seen.secrets().copies().stream(),
                                Launch.of(seen).objects().stream().map(Action.Create::new))
                            .toList()));
  }

  private static Map<String, String> env(SeenContainers seen) {
    Launch launch = Launch.of(seen);
    Map<String, String> env = new HashMap<>(launch.env());
    seen.units().stream()
        .flatMap(unit -> MpiJobs.launcherNode(unit.pods()).stream())
        .findFirst()
        .ifPresent(node -> env.put(launch.launcher(), node));
    return env;
  }

  private static String reason(SeenContainers seen, Optional<Trouble> trouble) {
    if (trouble.isPresent()) {
      return trouble.get().finding().sentence();
    }
    Optional<String> retried =
        seen.units().stream()
            .filter(unit -> unit.phase() == Phase.STARTING)
            .flatMap(unit -> retried(unit, seen.profile()).stream())
            .findFirst();
    if (retried.isPresent()) {
      return retried.get();
    }
    return "The containers of profile "
        + seen.profile()
        + " are being started "
        + seen.units().stream()
            .filter(unit -> !unit.phase().hasStarted())
            .map(Unit::where)
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static Optional<String> retried(Unit unit, String profile) {
    long failures = unit.failures();
    return Endings.cause(unit, profile)
        .map(
            cause ->
                "Failed "
                    + (failures <= 1 ? "once" : failures + " times")
                    + ", tried again: "
                    + cause.sentence());
  }

  private static Finding tooLate(SeenContainers seen, Duration timeout, Optional<Trouble> trouble) {
    return Finding.error(
            new Code("start-timeout"),
            Blame.INTERNAL,
            "The containers of profile "
                + seen.profile()
                + " did not start within "
                + timeout.toSeconds()
                + " seconds (preRunTimeoutSeconds). The last that was seen: "
                + (seen.missingStorage().isEmpty()
                    ? reason(seen, trouble)
                    : "they wait for the storage "
                        + String.join(", ", seen.missingStorage())
                        + "."))
        .hint("If they need longer, the profile has to give them more time.");
  }

  private static Decision stop(SeenContainers seen, Finding finding) {
    return Decision.fail(finding).with(Endings.stop(seen));
  }

  private static Decision waitFor(String reason, Optional<Instant> deadline) {
    return deadline
        .map(end -> Decision.waitFor(reason, end))
        .orElseGet(() -> Decision.waitFor(reason));
  }
}
