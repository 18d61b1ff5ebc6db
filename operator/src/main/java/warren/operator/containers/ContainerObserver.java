package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.dw.WorkflowState;
import warren.names.Labels;
import warren.names.Names;
import warren.operator.containers.Unit.Phase;
import warren.operator.driver.JobPlaces;
import warren.operator.driver.Look;
import warren.operator.entries.Entry;
import warren.operator.entries.SeenWorkflow;
import warren.plan.ContainerPlan;
import warren.plan.StorageUse;
import warren.profile.ProfileWorkload;

/** Looks at what there is of a container directive that is to run, or runs. */
final class ContainerObserver {
  private static final int ASKED_AT_MOST = 3;
  private static final String PENDING = "Pending";

  private final KubernetesClient client;
  private final PullSecretObserver pullSecrets;

  ContainerObserver(KubernetesClient client, PullSecretObserver pullSecrets) {
    this.client = requireNonNull(client, "client");
    this.pullSecrets = requireNonNull(pullSecrets, "pullSecrets");
  }

  static boolean isAbout(HasMetadata object, int directive) {
    return Integer.toString(directive)
        .equals(object.getMetadata().getLabels().get(Labels.DIRECTIVE_INDEX));
  }

  SeenContainers see(SeenWorkflow workflow, ContainerPlan plan, Look look, Instant now) {
    JobPlaces places = JobPlaces.look(client, workflow.identity());
    List<Unit> units = withEvents(units(workflow, plan, places.rabbits(), look), look, now);
    boolean complete =
        !units.isEmpty() && units.stream().allMatch(unit -> unit.phase() != Phase.ABSENT);
    return new SeenContainers(
        workflow.identity(),
        workflow.stateEntered(),
        plan,
        missingStorage(workflow, plan),
        places,
        units,
        secrets(workflow, plan, complete));
  }

  /** Of the first late ones only: they tell what ails the others. */
  private static List<Unit> withEvents(List<Unit> units, Look look, Instant now) {
    Set<Unit> asked =
        units.stream()
            .filter(unit -> unit.isLate(now))
            .limit(ASKED_AT_MOST)
            .collect(Collectors.toSet());
    return units.stream()
        .map(unit -> asked.contains(unit) ? unit.withEvents(events(unit, look)) : unit)
        .toList();
  }

  private static List<Event> events(Unit unit, Look look) {
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
    return objects.values().stream().flatMap(object -> look.events(object).stream()).toList();
  }

  private List<Unit> units(
      SeenWorkflow workflow, ContainerPlan plan, List<String> rabbits, Look look) {
    int directive = plan.directive().index();
    String name = workflow.identity().name();
    List<Pod> pods = look.containerPods().stream().filter(pod -> isAbout(pod, directive)).toList();
    return switch (plan.profile().workload()) {
      case ProfileWorkload.Single single ->
          Units.single(
              name,
              rabbits,
              look.containerJobs().stream().filter(job -> isAbout(job, directive)).toList(),
              pods);
      case ProfileWorkload.Mpi mpi -> {
        List<GenericKubernetesResource> jobs =
            look.mpiJobs().stream().filter(job -> isAbout(job, directive)).toList();
        yield Units.mpi(name, jobs, launcher(workflow, jobs), pods);
      }
    };
  }

  /** mpi-operator gives its Job none of our labels: told by its owner. */
  private Optional<Job> launcher(SeenWorkflow workflow, List<GenericKubernetesResource> mpiJobs) {
    if (mpiJobs.isEmpty()) {
      return Optional.empty();
    }
    String name = Names.mpiJob(workflow.identity().name()) + "-launcher";
    return Optional.ofNullable(
            client
                .batch()
                .v1()
                .jobs()
                .inNamespace(workflow.identity().namespace())
                .withName(name)
                .get())
        .filter(
            job ->
                mpiJobs.stream()
                    .anyMatch(owner -> job.hasOwnerReferenceFor(owner.getMetadata().getUid())));
  }

  private static List<String> missingStorage(SeenWorkflow workflow, ContainerPlan plan) {
    List<Integer> pending =
        workflow.entriesOf(WorkflowState.PRE_RUN).stream()
            .filter(entry -> entry.driver().equals(Names.STORAGE_DRIVER))
            .filter(entry -> !entry.completed())
            .map(Entry::directive)
            .toList();
    return plan.storages().stream()
        .filter(use -> pending.contains(use.directive()))
        .map(StorageUse::variable)
        .toList();
  }

  /** Once everything is launched nobody asks for them any more. */
  private PullSecrets secrets(SeenWorkflow workflow, ContainerPlan plan, boolean launched) {
    return launched
        ? pullSecrets.none(workflow.identity(), plan)
        : pullSecrets.see(workflow.identity(), plan);
  }
}
