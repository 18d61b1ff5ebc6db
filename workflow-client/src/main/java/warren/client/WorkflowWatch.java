package warren.client;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import warren.api.Workflow;
import warren.names.Labels;
import warren.names.WorkflowIdentity;

/** Follows one workflow and its pods by watch; asks the cluster nothing while nothing changes. */
public final class WorkflowWatch implements AutoCloseable {
  /** How far the API server's cache may be behind what it stores. */
  private static final Duration CACHE_LAG = Duration.ofSeconds(30);

  private final SharedIndexInformer<Workflow> workflows;
  private final SharedIndexInformer<Pod> pods;
  private final List<Consumer<Observation>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Of the workflow to be followed; empty when any of the name is meant. */
  private final Optional<String> uid;

  private WorkflowWatch(
      KubernetesClient client, String namespace, String name, Optional<String> uid) {
    this.uid = uid;
    Map<String, String> podLabels =
        uid.map(text -> Map.of(Labels.WORKFLOW_UID, text))
            .orElseGet(() -> Map.of(Labels.WORKFLOW_NAME, name));
    workflows =
        client.resources(Workflow.class).inNamespace(namespace).withName(name).runnableInformer(0);
    pods = client.pods().inNamespace(namespace).withLabels(podLabels).runnableInformer(0);
    workflows.addEventHandler(new Signal<>());
    pods.addEventHandler(new Signal<>());
    // The first list must succeed; afterwards a cluster that is away for a while comes back.
    workflows.exceptionHandler((started, trouble) -> started);
    pods.exceptionHandler((started, trouble) -> started);
  }

  /**
   * Starts to follow one workflow; returns when what is there now has been seen. A workflow of the
   * same name with another UID is another workflow: this one is gone then.
   *
   * @throws KubernetesClientException when the cluster does not answer
   */
  public static WorkflowWatch of(KubernetesClient client, WorkflowIdentity identity) {
    WorkflowWatch watch =
        new WorkflowWatch(
                client, identity.namespace(), identity.name(), Optional.of(identity.uid()))
            .started();
    if (watch.current().workflow().isEmpty()) {
      watch.catchUp(client, identity);
    }
    return watch;
  }

  /**
   * The first list comes from the API server's cache, which may not show yet what was created just
   * now. Only a live read tells that from a workflow that is gone.
   */
  private void catchUp(KubernetesClient client, WorkflowIdentity identity) {
    try {
      Workflow stored =
          client
              .resources(Workflow.class)
              .inNamespace(identity.namespace())
              .withName(identity.name())
              .get();
      if (stored != null && isFollowed(stored)) {
        await(Observation::workflow, CACHE_LAG);
      }
    } catch (InterruptedException stopped) {
      close();
      Thread.currentThread().interrupt();
      throw KubernetesClientException.launderThrowable(stopped);
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** The same for whatever workflow has the name. */
  static WorkflowWatch ofName(KubernetesClient client, String namespace, String name) {
    return new WorkflowWatch(client, namespace, name, Optional.empty()).started();
  }

  /** Both lists are asked for at once: somebody waits for what is there. */
  private WorkflowWatch started() {
    try {
      CompletableFuture.allOf(
              workflows.start().toCompletableFuture(), pods.start().toCompletableFuture())
          .get();
      return this;
    } catch (ExecutionException failed) {
      close();
      throw KubernetesClientException.launderThrowable(failed.getCause());
    } catch (InterruptedException stopped) {
      close();
      Thread.currentThread().interrupt();
      throw KubernetesClientException.launderThrowable(stopped);
    }
  }

  /** What is there now, as far as the cluster has told. */
  public Observation current() {
    return new Observation(
        workflows.getStore().list().stream().filter(this::isFollowed).findFirst(),
        pods.getStore().list());
  }

  private boolean isFollowed(Workflow seen) {
    return uid.isEmpty() || uid.get().equals(seen.getMetadata().getUid());
  }

  /** Calls back after every change, on the watch's own thread: quick work only. */
  public void onChange(Consumer<Observation> listener) {
    listeners.add(listener);
  }

  /**
   * Waits until an observation gives an answer.
   *
   * @param answer what is wanted of an observation; empty means wait on
   * @return empty when {@code timeout} has passed without an answer
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public <T> Optional<T> await(Function<Observation, Optional<T>> answer, Duration timeout)
      throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<T> given = answer.apply(current());
        if (given.isPresent() || left <= 0) {
          return given;
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    workflows.stop();
    pods.stop();
  }

  private void signal() {
    try {
      Observation seen = current();
      listeners.forEach(listener -> listener.accept(seen)); // shown first, then acted upon
    } finally {
      wake(); // a listener's failure must not leave those who wait waiting
    }
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private final class Signal<T> implements ResourceEventHandler<T> {
    @Override
    public void onAdd(T added) {
      signal();
    }

    @Override
    public void onUpdate(T before, T after) {
      signal();
    }

    @Override
    public void onDelete(T deleted, boolean lastStateUnknown) {
      signal();
    }
  }
}
