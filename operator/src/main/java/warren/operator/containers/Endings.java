package warren.operator.containers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
                    .or(() -> cause(unit, seen.profile()))
                    .orElseGet(() -> withoutWords(seen, unit)))
        .findFirst();
  }

  /** Warnings of containers that ended well, though a process in them was killed for memory. */
  static List<Finding> shortOfMemory(SeenContainers seen) {
    return seen.units().stream()
        .filter(unit -> unit.phase() == Phase.SUCCEEDED)
        .flatMap(
            unit ->
                unit
                    .shortOfMemory()
                    .map(failure -> failure.warning(unit.where(), seen.profile()))
                    .stream())
        .toList();
  }

  /** A sentence about Rabbits that do not answer, while containers ought to run there. */
  static Optional<String> lost(SeenContainers seen) {
    String rabbits =
        seen.units().stream()
            .filter(unit -> !unit.phase().hasEnded())
            .flatMap(unit -> unit.pods().stream())
            .filter(PodState::isLost)
            .map(pod -> pod.getSpec().getNodeName())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return Optional.of(rabbits)
        .filter(names -> !names.isEmpty())
        .map(
            names ->
                "The Rabbit "
                    + names
                    + " does not answer, so nobody knows how the containers of profile "
                    + seen.profile()
                    + " are there.");
  }

  /** Ends all that still runs, and keeps what is left of it to be looked at. */
  static List<Action> stop(SeenContainers seen) {
    return seen.units().stream()
        .filter(unit -> !unit.phase().hasEnded())
        .flatMap(unit -> unit.job().stream())
        .<Action>map(Action.Stop::new)
        .toList();
  }

  /**
   * Ends pods of which a container has failed while others run on: so such a pod is tried again, or
   * fails its Job, as if it had only the one container.
   */
  static List<Action> endHalves(SeenContainers seen) {
    return seen.units().stream()
        .filter(unit -> !unit.phase().hasEnded())
        .flatMap(unit -> unit.pods().stream())
        .filter(PodState::hasFailedInPart)
        .<Action>map(Action.End::new)
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

  /** Why a unit, or a try of it, failed: by its containers, or else by what Kubernetes did. */
  static Optional<Finding> cause(Unit unit, String profile) {
    return unit.cause()
        .map(failure -> failure.finding(unit.where(), profile))
        .or(() -> endedByKubernetes(unit, profile));
  }

  /** Such as an eviction: containers have no end of their own then. */
  private static Optional<Finding> endedByKubernetes(Unit unit, String profile) {
    return unit.pods().stream()
        .filter(PodState::hasFailed)
        .filter(pod -> pod.getStatus().getReason() != null)
        .findFirst()
        .map(
            pod ->
                Finding.error(
                        new Code("pod-ended"),
                        Blame.INTERNAL,
                        "Kubernetes ended the containers of profile %s %s: %s: %s"
                            .formatted(
                                profile,
                                pod.getSpec().getNodeName() == null
                                    ? unit.where()
                                    : "on " + pod.getSpec().getNodeName(),
                                pod.getStatus().getReason(),
                                Optional.ofNullable(pod.getStatus().getMessage())
                                    .map(String::strip)
                                    .orElse("no more is known")))
                    .hint("An administrator has to look at the node."));
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
