package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.dw.WorkflowState;
import warren.launch.Mount;
import warren.names.DirectiveIdentity;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.containers.Unit.Phase;
import warren.operator.driver.ClusterView;
import warren.operator.driver.JobPlaces;
import warren.operator.driver.MountJson;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;
import warren.plan.ContainerPlan;
import warren.plan.StorageUse;
import warren.profile.ProfileWorkload;

/** Looks at what there is of a container directive that is to run, or runs. */
final class ContainerObserver {
  private static final int ASKED_AT_MOST = 3;
  private static final String PENDING = "Pending";

  private final PullSecretObserver pullSecrets;

  ContainerObserver(PullSecretObserver pullSecrets) {
    this.pullSecrets = requireNonNull(pullSecrets, "pullSecrets");
  }

  static boolean isAbout(HasMetadata object, int directive) {
    return Integer.toString(directive)
        .equals(object.getMetadata().getLabels().get(Labels.DIRECTIVE_INDEX));
  }

  SeenContainers see(WorkflowSnapshot snapshot, ContainerPlan plan, Instant now) {
    JobPlaces places = snapshot.places();
    ClusterView cluster = snapshot.cluster();
    List<Unit> units =
        withEvents(units(snapshot.identity(), plan, places.rabbits(), cluster), cluster, now);
    boolean complete =
        !units.isEmpty() && units.stream().allMatch(unit -> unit.phase() != Phase.ABSENT);
    return new SeenContainers(
        snapshot.identity(),
        snapshot.workflow().stateEntered(),
        plan,
        missingStorage(snapshot, plan),
        mounts(snapshot, plan),
        places,
        units,
        secrets(snapshot.identity(), plan, complete),
        snapshot
            .annotation(Labels.replacedWorkers(plan.directive().index()))
            .map(uids -> Set.of(uids.split(",")))
            .orElse(Set.of()));
  }

  /** Of the first late ones only: they tell what ails the others. */
  private static List<Unit> withEvents(List<Unit> units, ClusterView cluster, Instant now) {
    Set<Unit> asked =
        units.stream()
            .filter(unit -> unit.isLate(now))
            .limit(ASKED_AT_MOST)
            .collect(Collectors.toSet());
    return units.stream()
        .map(unit -> asked.contains(unit) ? unit.withEvents(events(unit, cluster)) : unit)
        .toList();
  }

  private static List<Event> events(Unit unit, ClusterView cluster) {
    Map<String, HasMetadata> objects = new LinkedHashMap<>();
    Stream.<Stream<? extends HasMetadata>>of(
            unit.object().stream(),
            unit.job().stream(),
            unit.pods().stream()
                .filter(
                    pod -> pod.getStatus() == null || PENDING.equals(pod.getStatus().getPhase()))
                .limit(ASKED_AT_MOST))
        .<HasMetadata>flatMap(some -> some)
        .forEach(object -> objects.putIfAbsent(object.getMetadata().getUid(), object));
    return objects.values().stream().flatMap(object -> cluster.events(object).stream()).toList();
  }

  private static List<Unit> units(
      WorkflowIdentity workflow, ContainerPlan plan, List<String> rabbits, ClusterView cluster) {
    int directive = plan.directive().index();
    DirectiveIdentity identity = plan.of(workflow);
    List<Pod> pods =
        cluster.containerPods().stream().filter(pod -> isAbout(pod, directive)).toList();
    return switch (plan.profile().workload()) {
      case ProfileWorkload.Single single ->
          Units.single(
              identity,
              rabbits,
              cluster.containerJobs().stream().filter(job -> isAbout(job, directive)).toList(),
              pods);
      case ProfileWorkload.Mpi mpi -> {
        List<GenericKubernetesResource> jobs =
            cluster.mpiJobs().stream().filter(job -> isAbout(job, directive)).toList();
        yield Units.mpi(identity, jobs, cluster.launcherJobs(jobs).stream().findFirst(), pods);
      }
    };
  }

  /** Whoever the storage's driver is: its entries are complete, and a mount is offered. */
  private static List<String> missingStorage(WorkflowSnapshot snapshot, ContainerPlan plan) {
    List<Integer> pending =
        snapshot.entriesOf(WorkflowState.PRE_RUN).stream()
            .filter(entry -> !entry.completed())
            .map(Entry::directive)
            .toList();
    return plan.storages().stream()
        .filter(
            use ->
                pending.contains(use.directive())
                    || snapshot.annotation(Labels.mount(use.directive())).isEmpty())
        .map(StorageUse::variable)
        .toList();
  }

  private static Map<Integer, Mount> mounts(WorkflowSnapshot snapshot, ContainerPlan plan) {
    Map<Integer, Mount> mounts = new TreeMap<>();
    for (StorageUse use : plan.storages()) {
      snapshot
          .annotation(Labels.mount(use.directive()))
          .map(MountJson::read)
          .ifPresent(mount -> mounts.put(use.directive(), mount));
    }
    return mounts;
  }

  /** Once everything is launched nobody asks for them any more. */
  private PullSecrets secrets(WorkflowIdentity workflow, ContainerPlan plan, boolean launched) {
    return launched ? pullSecrets.none(workflow, plan) : pullSecrets.see(workflow, plan);
  }
}
