package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import warren.names.WorkflowIdentity;
import warren.plan.ContainerPlan;

/**
 * What there is of a container directive.
 *
 * @param entered when the workflow's state was entered
 * @param plan by the pinned profile
 * @param missingStorage the names of storages it uses that are not provided yet
 * @param rabbits those of the job's computes, in their order; empty while nobody has named these
 * @param units what is to run
 * @param secrets the profile's pull secrets; not looked at once all units are there
 */
record SeenContainers(
    WorkflowIdentity workflow,
    Instant entered,
    ContainerPlan plan,
    List<String> missingStorage,
    List<String> rabbits,
    List<Unit> units,
    List<PullSecret> secrets) {
  SeenContainers {
    requireNonNull(workflow, "workflow");
    requireNonNull(entered, "entered");
    requireNonNull(plan, "plan");
    missingStorage = List.copyOf(missingStorage);
    rabbits = List.copyOf(rabbits);
    units = List.copyOf(units);
    secrets = List.copyOf(secrets);
  }

  String profile() {
    return plan.profile().name();
  }

  /** The first sign of trouble of a pod of a unit that has neither started nor ended. */
  Optional<Trouble> trouble() {
    List<String> pullSecrets = plan.profile().workload().pullSecrets();
    return units.stream()
        .filter(unit -> unit.phase() == Unit.Phase.STARTING)
        .flatMap(
            unit ->
                unit.pods().stream()
                    .flatMap(
                        pod -> PodTrouble.of(pod, unit.where(), profile(), pullSecrets).stream()))
        .reduce((first, other) -> first.permanent() || !other.permanent() ? first : other);
  }
}
