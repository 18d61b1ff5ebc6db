package warren.system.bench;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import warren.api.Workflow;
import warren.dw.WorkflowState;

/** Empty Workflows that are driven together; each asks for its next state as soon as it may. */
final class WorkflowLoad implements AutoCloseable {
  private static final List<WorkflowState> STATES = List.of(WorkflowState.values());

  private static final String NAMESPACE = "default";
  private static final String LABEL = "warren-bench";
  private static final String PATH =
      "apis/dataworkflowservices.github.io/"
          + version()
          + "/namespaces/"
          + NAMESPACE
          + "/workflows";

  /** Requests under way at once, as of a workload manager with many clients. */
  private static final int REQUESTS = 32;

  private static final long PATIENCE_MINUTES = 30;

  private final BenchCluster cluster;
  private final int count;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore slots = new Semaphore(REQUESTS);
  private final Map<String, WorkflowState> ready = new ConcurrentHashMap<>();
  private final Map<String, WorkflowState> asked = new ConcurrentHashMap<>();
  private final Object changed = new Object();
  private final SharedIndexInformer<Workflow> informer;
  private volatile boolean resting = true;
  private volatile RuntimeException failed;

  /** Creates nothing yet. */
  WorkflowLoad(BenchCluster cluster, int count) {
    this.cluster = cluster;
    this.count = count;
    this.informer =
        cluster
            .runner()
            .resources(Workflow.class)
            .inNamespace(NAMESPACE)
            .withLabel(LABEL)
            .inform(new Handler());
  }

  private static String version() {
    Workflow workflow = new Workflow();
    return workflow.getApiVersion().substring(workflow.getApiVersion().indexOf('/') + 1);
  }

  /** Asks for all Workflows; returns when all requests are answered. */
  void create() throws InterruptedException {
    for (int index = 0; index < count; index++) {
      send("POST", PATH, "application/json", workflow(name(index)));
    }
    slots.acquire(REQUESTS);
    slots.release(REQUESTS);
    check();
  }

  private static String name(int index) {
    return "bench-" + index;
  }

  private static String workflow(String name) {
    return """
        {"apiVersion": "%s", "kind": "Workflow",
         "metadata": {"name": "%s", "labels": {"%s": ""}},
         "spec": {"desiredState": "Proposal", "wlmID": "bench", "jobID": "%s",
                  "userID": 1050, "groupID": 1051, "dwDirectives": []}}"""
        .formatted(new Workflow().getApiVersion(), name, LABEL, name);
  }

  /** From now on each Workflow that is ready is asked for its next state. */
  void goOn() {
    resting = false;
    informer.getStore().list().forEach(this::seen);
  }

  /** Waits until all are ready in this state. */
  void await(WorkflowState state) throws InterruptedException {
    awaitUntil(() -> ready.values().stream().filter(state::equals).count() == count);
  }

  /** Asks for the deletion of all. */
  void delete() throws InterruptedException {
    for (int index = 0; index < count; index++) {
      send("DELETE", PATH + "/" + name(index), "application/json", "{}");
    }
  }

  /** Waits until none is left. */
  void awaitGone() throws InterruptedException {
    awaitUntil(() -> informer.getStore().list().isEmpty());
  }

  private void awaitUntil(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    synchronized (changed) {
      while (!done.getAsBoolean()) {
        check();
        if (System.nanoTime() > end) {
          throw new IllegalStateException("not reached: " + ready);
        }
        changed.wait(1000);
      }
    }
  }

  private void check() {
    if (failed != null) {
      throw failed;
    }
  }

  private void seen(Workflow workflow) {
    WorkflowState wanted = WorkflowState.of(workflow.getSpec().desiredState()).orElseThrow();
    boolean reached =
        workflow.getStatus() != null
            && wanted.word().equals(workflow.getStatus().state())
            && workflow.getStatus().isReady();
    if (!reached) {
      return;
    }
    String name = workflow.getMetadata().getName();
    ready.put(name, wanted);
    wake();
    if (!resting && wanted != WorkflowState.TEARDOWN) {
      WorkflowState next = STATES.get(STATES.indexOf(wanted) + 1);
      if (asked.put(name, next) != next) { // a state may be seen ready more than once
        senders.execute(() -> ask(name, next));
      }
    }
  }

  private void ask(String name, WorkflowState next) {
    try {
      send(
          "PATCH",
          PATH + "/" + name,
          "application/merge-patch+json",
          "{\"spec\":{\"desiredState\":\"" + next.word() + "\"}}");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(String method, String path, String type, String body)
      throws InterruptedException {
    slots.acquire();
    // Both ends of the request are dealt with here; nobody waits for them.
    var unused =
        cluster
            .send(method, path, type, body)
            .whenComplete(
                (answer, refused) -> {
                  slots.release();
                  if (refused != null) {
                    failed = new IllegalStateException(refused);
                    wake();
                  }
                });
  }

  private void wake() {
    synchronized (changed) {
      changed.notifyAll();
    }
  }

  @Override
  public void close() {
    informer.stop();
    senders.shutdownNow();
  }

  private final class Handler implements ResourceEventHandler<Workflow> {
    @Override
    public void onAdd(Workflow added) {
      seen(added);
    }

    @Override
    public void onUpdate(Workflow before, Workflow after) {
      seen(after);
    }

    @Override
    public void onDelete(Workflow deleted, boolean lastStateUnknown) {
      wake();
    }
  }
}
