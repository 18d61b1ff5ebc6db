package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import warren.api.Computes;
import warren.api.SystemConfiguration;
import warren.dw.WorkflowState;
import warren.names.Labels;
import warren.names.Names;
import warren.operator.containers.Unit.Phase;
import warren.operator.driver.Look;
import warren.operator.entries.Entry;
import warren.operator.entries.SeenWorkflow;
import warren.plan.ContainerPlan;
import warren.plan.MachineLayout;
import warren.plan.StorageUse;
import warren.profile.ProfileWorkload;

/** Looks at what there is of a container directive that is to run, or runs. */
final class ContainerObserver {
  private final KubernetesClient client;

  ContainerObserver(KubernetesClient client) {
    this.client = requireNonNull(client, "client");
  }

  static boolean isAbout(HasMetadata object, int directive) {
    return Integer.toString(directive)
        .equals(object.getMetadata().getLabels().get(Labels.DIRECTIVE_INDEX));
  }

  SeenContainers see(SeenWorkflow workflow, ContainerPlan plan, Look look) {
    List<String> rabbits = rabbits(workflow);
    List<Unit> units = units(workflow, plan, rabbits, look);
    boolean complete =
        !units.isEmpty() && units.stream().allMatch(unit -> unit.phase() != Phase.ABSENT);
    return new SeenContainers(
        workflow.identity(),
        workflow.stateEntered(),
        plan,
        missingStorage(workflow, plan),
        rabbits,
        units,
        complete ? List.of() : secrets(workflow, plan));
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

  private List<String> rabbits(SeenWorkflow workflow) {
    Computes computes =
        client
            .resources(Computes.class)
            .inNamespace(workflow.identity().namespace())
            .withName(workflow.identity().name())
            .get();
    SystemConfiguration system =
        client
            .resources(SystemConfiguration.class)
            .inNamespace(SystemConfiguration.DEFAULT)
            .withName(SystemConfiguration.DEFAULT)
            .get();
    return computes == null || system == null
        ? List.of()
        : MachineLayout.of(system)
            .rabbitsOf(computes.getData().stream().map(Computes.Compute::name).toList());
  }

  private List<PullSecret> secrets(SeenWorkflow workflow, ContainerPlan plan) {
    String namespace = workflow.identity().namespace();
    return plan.profile().workload().pullSecrets().stream()
        .map(name -> secret(namespace, name))
        .toList();
  }

  private PullSecret secret(String namespace, String name) {
    Secret secret = client.secrets().inNamespace(namespace).withName(name).get();
    return new PullSecret(
        name, namespace, Optional.ofNullable(secret).map(there -> String.valueOf(there.getType())));
  }
}
