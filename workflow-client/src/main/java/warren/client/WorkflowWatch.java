package warren.client;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import warren.api.Workflow;
import warren.names.Labels;

/** Follows one workflow and its pods by watch; asks the cluster nothing while nothing changes. */
public final class WorkflowWatch implements AutoCloseable {
  private final SharedIndexInformer<Workflow> workflows;
  private final SharedIndexInformer<Pod> pods;
  private final List<Consumer<Observation>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /**
   * Starts to follow; returns when what is there now has been seen.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the cluster does not answer
   */
  public WorkflowWatch(KubernetesClient client, String namespace, String name) {
    workflows =
        client.resources(Workflow.class).inNamespace(namespace).withName(name).runnableInformer(0);
    pods =
        client
            .pods()
            .inNamespace(namespace)
            .withLabel(Labels.WORKFLOW_NAME, name)
            .runnableInformer(0);
    workflows.addEventHandler(new Signal<>());
    pods.addEventHandler(new Signal<>());
    // The first list must succeed; afterwards a cluster that is away for a while comes back.
    workflows.exceptionHandler((started, trouble) -> started);
    pods.exceptionHandler((started, trouble) -> started);
    try {
      workflows.run();
      pods.run();
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** What is there now, as far as the cluster has told. */
  public Observation current() {
    return new Observation(
        workflows.getStore().list().stream().findFirst(), pods.getStore().list());
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
