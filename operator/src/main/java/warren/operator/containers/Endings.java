package warren.operator.containers;

import java.util.List;
import java.util.Optional;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.operator.containers.Unit.Phase;
import warren.operator.decision.Action;

/** How units end, by themselves or not. Pure. */
final class Endings {
  private Endings() {}

  /** The first unit that has failed for good, in the user's words. */
  static Optional<Finding> failure(SeenContainers seen) {
    return seen.units().stream()
        .filter(unit -> unit.phase() == Phase.FAILED)
        .map(
            unit ->
                overtime(seen, unit)
                    .or(() -> LastWords.of(unit.pods(), unit.where(), seen.profile()))
                    .orElseGet(() -> withoutWords(seen, unit)))
        .findFirst();
  }

  /** Ends all that still runs, and keeps what is left of it to be looked at. */
  static List<Action> stop(SeenContainers seen) {
    return seen.units().stream()
        .filter(unit -> !unit.phase().hasEnded())
        .flatMap(unit -> unit.job().stream())
        .<Action>map(Action.Stop::new)
        .toList();
  }

  private static Optional<Finding> overtime(SeenContainers seen, Unit unit) {
    return seen.plan()
        .profile()
        .limits()
        .runTime()
        .filter(limit -> unit.ranOutOfTime())
        .map(
            limit ->
                Finding.error(
                        new Code("run-timeout"),
                        Blame.USER,
                        "The containers of profile "
                            + seen.profile()
                            + " ran longer than the "
                            + limit.toSeconds()
                            + " seconds it allows (limits.runSeconds), "
                            + unit.where()
                            + ", and were stopped.")
                    .hint("Make the job shorter, or ask the administrator for a longer limit."));
  }

  private static Finding withoutWords(SeenContainers seen, Unit unit) {
    return Finding.error(
            new Code("container-failed"),
            Blame.USER,
            "The containers of profile "
                + seen.profile()
                + " failed "
                + unit.where()
                + ", and no pod is left to tell why.")
        .hint("Run the job again, or ask the administrator for the node's events.");
  }
}
