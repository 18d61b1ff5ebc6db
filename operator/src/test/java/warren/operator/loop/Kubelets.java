package warren.operator.loop;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import warren.api.Computes;
import warren.api.NnfContainerProfile;
import warren.api.RabbitDirectory;
import warren.api.Workflow;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;
import warren.dw.WorkflowState;
import warren.names.Labels;

/**
 * What makes a cluster move in a mock of its API server: Jobs start, containers run until PostRun
 * is asked for and end well, claims are bound, and what a Workflow or a Job owned is removed with
 * it.
 */
final class Kubelets implements AutoCloseable {
  private static final String RUNNING = "{\"active\":1,\"ready\":1}";
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final KubernetesClient client;
  private final ExecutorService hands = Executors.newSingleThreadExecutor();
  private volatile Optional<Failure> failure = Optional.empty();

  /** A Rabbit whose containers end with an error in a state, while the others go on. */
  private record Failure(String rabbit, WorkflowState state) {
    boolean isOf(Job job) {
      return job.getMetadata().getName().endsWith("-" + rabbit);
    }
  }

  Kubelets(KubernetesClient client) {
    this.client = client;
    client.batch().v1().jobs().inAnyNamespace().inform(handler(this::start, this::removePods));
    client
        .persistentVolumes()
        .inform(handler(volume -> bind(volume.getSpec().getClaimRef().getName(), volume), v -> {}));
    client
        .resources(RabbitDirectory.class)
        .inAnyNamespace()
        .inform(handler(this::settle, directory -> {}));
    client.resources(Workflow.class).inAnyNamespace().inform(handler(this::end, this::collect));
  }

  /**
   * Has the containers of this Rabbit fail, and those of all others run until they are stopped.
   *
   * @param state PreRun or PostRun
   */
  void fail(String rabbit, WorkflowState state) {
    failure = Optional.of(new Failure(rabbit, state));
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }

  private <T> ResourceEventHandler<T> handler(Consumer<T> seen, Consumer<T> gone) {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(T object) {
        later(seen, object);
      }

      @Override
      public void onUpdate(T before, T object) {
        later(seen, object);
      }

      @Override
      public void onDelete(T object, boolean unknown) {
        later(gone, object);
      }
    };
  }

  private <T> void later(Consumer<T> task, T object) {
    if (!hands.isShutdown()) {
      hands.execute(() -> task.accept(object));
    }
  }

  private void start(Job job) {
    boolean isNew = job.getStatus() == null || job.getStatus().getActive() == null;
    if (!isNew || job.isMarkedForDeletion()) {
      return;
    }
    if (fails(job, WorkflowState.PRE_RUN)) {
      status(job, ended("Failed")); // without a pod, which could be ready for a moment
      return;
    }
    Pod pod = pod(job);
    if (client.resource(pod).get() == null) {
      client.resource(pod).create();
    }
    status(job, RUNNING);
  }

  private static Pod pod(Job job) {
    List<ContainerStatus> running =
        job.getSpec().getTemplate().getSpec().getContainers().stream()
            .map(Kubelets::running)
            .toList();
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(job.getMetadata().getNamespace())
        .withName(job.getMetadata().getName() + "-pod")
        .withLabels(job.getSpec().getTemplate().getMetadata().getLabels())
        .addNewOwnerReference()
        .withApiVersion("batch/v1")
        .withKind("Job")
        .withName(job.getMetadata().getName())
        .withUid(job.getMetadata().getUid())
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .withSpec(job.getSpec().getTemplate().getSpec())
        .editSpec()
        .withNodeName("rabbit-0")
        .endSpec()
        .withNewStatus()
        .withPhase("Running")
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .endCondition()
        .withContainerStatuses(running)
        .endStatus()
        .build();
  }

  private static ContainerStatus running(Container container) {
    return new ContainerStatusBuilder()
        .withName(container.getName())
        .withImage(container.getImage())
        .withReady(true)
        .withStarted(true)
        .withNewState()
        .withNewRunning()
        .endRunning()
        .endState()
        .build();
  }

  private boolean fails(Job job, WorkflowState state) {
    return failure.filter(plan -> plan.state() == state && plan.isOf(job)).isPresent();
  }

  /** As soon as PostRun is asked for, the containers have done their work, or one fails. */
  private void end(Workflow workflow) {
    if (!WorkflowState.POST_RUN.word().equals(workflow.getSpec().desiredState())) {
      return;
    }
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(workflow.getMetadata().getNamespace())
        .withLabel(Labels.WORKFLOW_UID, workflow.getMetadata().getUid())
        .list()
        .getItems()
        .stream()
        .filter(job -> job.getStatus() != null && job.getStatus().getConditions().isEmpty())
        .forEach(this::end);
  }

  private void end(Job job) {
    if (fails(job, WorkflowState.POST_RUN)) {
      status(job, ended("Failed"));
    } else if (failure.isEmpty()) {
      status(job, ended("Complete"));
    }
  }

  private void bind(String claimName, PersistentVolume volume) {
    PersistentVolumeClaim claim =
        client
            .persistentVolumeClaims()
            .inNamespace(volume.getSpec().getClaimRef().getNamespace())
            .withName(claimName)
            .get();
    boolean isBound = volume.getStatus() != null && volume.getStatus().getPhase() != null;
    if (claim != null && !isBound) {
      status(volume, "{\"phase\":\"Bound\"}");
      status(claim, "{\"phase\":\"Bound\"}");
    }
  }

  /** As the agent of a Rabbit does what is asked for. */
  private void settle(RabbitDirectory directory) {
    Long generation = directory.getMetadata().getGeneration();
    boolean isSettled =
        directory.getStatus() != null
            && generation.equals(directory.getStatus().observedGeneration());
    if (!isSettled) {
      status(
          directory,
          "{\"phase\":\"%s\",\"observedGeneration\":%d}"
              .formatted(directory.getSpec().state(), generation));
    }
  }

  private void removePods(Job job) {
    client
        .pods()
        .inNamespace(job.getMetadata().getNamespace())
        .withName(job.getMetadata().getName() + "-pod")
        .delete();
  }

  private void collect(Workflow workflow) {
    String namespace = workflow.getMetadata().getNamespace();
    removeOwned(client.services().inNamespace(namespace), workflow);
    removeOwned(client.secrets().inNamespace(namespace), workflow);
    removeOwned(client.batch().v1().jobs().inNamespace(namespace), workflow);
    removeOwned(client.persistentVolumeClaims().inNamespace(namespace), workflow);
    removeOwned(client.resources(NnfContainerProfile.class).inNamespace(namespace), workflow);
    client
        .resources(Computes.class)
        .inNamespace(namespace)
        .withName(workflow.getMetadata().getName())
        .delete();
  }

  private static <T extends HasMetadata, L extends KubernetesResourceList<T>> void removeOwned(
      FilterWatchListDeletable<T, L, ?> objects, Workflow owner) {
    objects.withLabel(Labels.WORKFLOW_UID, owner.getMetadata().getUid()).delete();
  }

  private void status(HasMetadata object, String status) {
    try {
      client.resource(object).patch(MERGE, "{\"status\":" + status + "}");
    } catch (KubernetesClientException e) {
      // An object that was deleted meanwhile needs no status any more.
      if (!(ApiFailure.of(ApiRequest.change(object), e) instanceof ApiFailure.Stale)) {
        throw e;
      }
    }
  }

  private static String ended(String condition) {
    return "{\"active\":0,\"ready\":0,\"conditions\":[{\"type\":\"%s\",\"status\":\"True\"}]}"
        .formatted(condition);
  }
}
