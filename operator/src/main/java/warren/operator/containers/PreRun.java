package warren.operator.containers;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.launch.JobEnvironment;
import warren.operator.containers.Unit.Phase;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;

/** Decides in PreRun: launch, and wait until everything runs. Pure. */
final class PreRun {
  private PreRun() {}

  static Decision decide(SeenContainers seen, Instant now) {
    Optional<Finding> failed = Endings.failure(seen);
    if (failed.isPresent()) {
      return Decision.fail(failed.get());
    }
    Optional<Trouble> trouble = seen.trouble();
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
    if (deadline.filter(end -> !now.isBefore(end)).isPresent()) {
      return stop(seen, tooLate(seen, timeout, trouble));
    }
    return seen.units().isEmpty()
            || seen.units().stream().anyMatch(unit -> unit.phase() == Phase.ABSENT)
        ? launch(seen, deadline)
        : waitFor(reason(seen, trouble), deadline);
  }

  private static Decision launch(SeenContainers seen, Optional<Instant> deadline) {
    if (!seen.missingStorage().isEmpty()) {
      return waitFor(
          "The containers wait for the storage " + String.join(", ", seen.missingStorage()) + ".",
          deadline);
    }
    if (seen.rabbits().isEmpty()) {
      return Decision.fail(
          Finding.error(
                  new Code("no-computes"),
                  Blame.WLM,
                  "Nobody has named the job's computes, so there is no Rabbit to run containers on.")
              .hint(
                  "The workload manager has to fill the resource Computes "
                      + seen.workflow().name()
                      + " before PreRun, with computes of the SystemConfiguration default/default."));
    }
    List<Finding> secrets =
        seen.secrets().stream().flatMap(secret -> secret.finding(seen.profile()).stream()).toList();
    if (!secrets.isEmpty()) {
      return Decision.fail(secrets);
    }
    return waitFor("The containers are being started.", deadline)
        .with(Launch.of(seen).objects().stream().map(Action.Create::new).toList());
  }

  private static Map<String, String> env(SeenContainers seen) {
    Map<String, String> env = new HashMap<>(Launch.of(seen).env());
    seen.units().stream()
        .flatMap(unit -> MpiJobs.launcherNode(unit.pods()).stream())
        .findFirst()
        .ifPresent(node -> env.put(JobEnvironment.LAUNCHER, node));
    return env;
  }

  private static String reason(SeenContainers seen, Optional<Trouble> trouble) {
    if (trouble.isPresent()) {
      return trouble.get().finding().sentence();
    }
    Optional<Finding> retried =
        seen.units().stream()
            .filter(unit -> unit.phase() == Phase.STARTING)
            .flatMap(unit -> LastWords.of(unit.pods(), unit.where(), seen.profile()).stream())
            .findFirst();
    if (retried.isPresent()) {
      return "It is tried again: " + retried.get().sentence();
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
