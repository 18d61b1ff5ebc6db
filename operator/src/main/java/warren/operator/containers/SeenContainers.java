package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.launch.Mount;
import warren.names.WorkflowIdentity;
import warren.operator.driver.JobPlaces;
import warren.plan.ContainerPlan;
import warren.profile.PodSpecs;
import warren.profile.ProfileWorkload;

/**
 * What there is of a container directive.
 *
 * @param entered when the workflow's state was entered
 * @param plan by the pinned profile
 * @param missingStorage the names of storages it uses that are not provided yet
 * @param mounts how to mount the storages that are, by the storage's directive
 * @param places the job's computes and their Rabbits
 * @param units what is to run
 * @param secrets the profile's pull secrets; not looked at once all units are there
 * @param replacedWorkers the UIDs of an MPI job's workers that ended too early and were replaced
 */
record SeenContainers(
    WorkflowIdentity workflow,
    Instant entered,
    ContainerPlan plan,
    List<String> missingStorage,
    Map<Integer, Mount> mounts,
    JobPlaces places,
    List<Unit> units,
    PullSecrets secrets,
    Set<String> replacedWorkers) {
  SeenContainers {
    requireNonNull(workflow, "workflow");
    requireNonNull(entered, "entered");
    requireNonNull(plan, "plan");
    missingStorage = List.copyOf(missingStorage);
    mounts = Map.copyOf(mounts);
    requireNonNull(places, "places");
    units = List.copyOf(units);
    requireNonNull(secrets, "secrets");
    replacedWorkers = Set.copyOf(replacedWorkers);
  }

  String profile() {
    return plan.profile().name();
  }

  /** The Rabbits of the job's computes, in their order. */
  List<String> rabbits() {
    return places.rabbits();
  }

  /** The first sign of trouble of a unit that has neither started nor ended. */
  Optional<Trouble> trouble(Instant now) {
    return units.stream()
        .filter(unit -> unit.phase() == Unit.Phase.STARTING)
        .flatMap(unit -> troubles(unit, now))
        .reduce((first, other) -> first.permanent() || !other.permanent() ? first : other);
  }

  private Stream<Trouble> troubles(Unit unit, Instant now) {
    return Stream.of(
            unit.pods().stream()
                .flatMap(
                    pod ->
                        PodTrouble.of(pod, unit.where(), profile(), pullSecrets(pod)).stream()
                            .map(trouble -> SecretRace.settled(trouble, pod, unit, now))),
            EventTrouble.of(unit.events(), unit.where(), profile()).stream(),
            unnoticed(unit, now).stream())
        .flatMap(troubles -> troubles);
  }

  /**
   * Those that the profile gives to pods such as this one: a launcher may have others than workers.
   */
  private List<String> pullSecrets(Pod pod) {
    return switch (plan.profile().workload()) {
      case ProfileWorkload.Single single -> single.pullSecrets();
      case ProfileWorkload.Mpi mpi ->
          PodSpecs.pullSecrets((MpiJobs.isLauncher(pod) ? mpi.launcher() : mpi.worker()).getSpec());
    };
  }

  private static Optional<Trouble> unnoticed(Unit unit, Instant now) {
    boolean unnoticed =
        unit.isLate(now)
            && unit.object().orElse(null) instanceof GenericKubernetesResource mpiJob
            && !MpiJobs.isNoticed(mpiJob);
    return unnoticed
        ? Optional.of(
            new Trouble(
                false,
                Finding.error(
                        new Code("mpi-operator-silent"),
                        Blame.INTERNAL,
                        "Kubeflow's mpi-operator has not taken notice of the MPIJob yet.")
                    .hint("An administrator has to see whether it runs.")))
        : Optional.empty();
  }
}
