package warren.operator.loop;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import warren.api.Computes;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.dw.WorkflowState;

/** Drives many workflows through all states at once, as fast as they get ready. */
final class WorkloadManager implements AutoCloseable {
  /** How a workflow went so far. */
  static final class Course {
    private final List<String> reached = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> messages = ConcurrentHashMap.newKeySet();
    private boolean cancelled;

    /** The states it was ready in, in order; an error, too. */
    List<String> reached() {
      return List.copyOf(reached);
    }

    /** All that its messages ever told. */
    Set<String> messages() {
      return messages;
    }
  }

  private final KubernetesClient client;
  private final String namespace;
  private final List<String> computes;
  private final Map<String, Course> courses = new ConcurrentHashMap<>();
  private final ExecutorService hand = Executors.newSingleThreadExecutor();

  WorkloadManager(KubernetesClient client, String namespace, List<String> computes) {
    this.client = client;
    this.namespace = namespace;
    this.computes = List.copyOf(computes);
    client
        .resources(Workflow.class)
        .inNamespace(namespace)
        .inform(
            new ResourceEventHandler<>() {
              @Override
              public void onAdd(Workflow workflow) {
                later(() -> see(workflow));
              }

              @Override
              public void onUpdate(Workflow before, Workflow workflow) {
                later(() -> see(workflow));
              }

              @Override
              public void onDelete(Workflow workflow, boolean unknown) {
                // Whether a workflow is there is asked of the API server.
              }
            });
  }

  @Override
  public void close() {
    hand.shutdown();
  }

  private void later(Runnable task) {
    if (!hand.isShutdown()) {
      hand.execute(task);
    }
  }

  Course course(String name) {
    return courses.get(name);
  }

  boolean areAllGone() {
    return there().isEmpty();
  }

  boolean isGone(String name) {
    return !there().contains(name);
  }

  /** How many are not gone. */
  long live() {
    return there().size();
  }

  private List<String> there() {
    return client.resources(Workflow.class).inNamespace(namespace).list().getItems().stream()
        .map(workflow -> workflow.getMetadata().getName())
        .filter(courses::containsKey)
        .toList();
  }

  /** Creates a workflow, which is driven from then on. */
  Workflow submit(String name, String... directives) {
    courses.put(name, new Course());
    return client.resource(workflow(namespace, name, directives)).create();
  }

  /** A workflow as a manager creates it. */
  static Workflow workflow(String namespace, String name, String... directives) {
    Workflow workflow = new Workflow();
    workflow.setMetadata(new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
    workflow.setSpec(
        new WorkflowSpec(
            WorkflowState.PROPOSAL.word(),
            "slurm",
            new IntOrString(7),
            1050L,
            1051L,
            false,
            false,
            new ArrayList<>(List.of(directives))));
    return workflow;
  }

  /** Asks for Teardown now, whatever state the workflow is in. */
  void cancel(Workflow workflow) {
    Course course = courses.get(workflow.getMetadata().getName());
    // Not between the look at the flag below and the request that follows: a state would be asked
    // for after Teardown.
    synchronized (course) {
      course.cancelled = true;
      ask(workflow, WorkflowState.TEARDOWN);
    }
  }

  private void see(Workflow workflow) {
    Course course = courses.get(workflow.getMetadata().getName());
    var status = workflow.getStatus();
    if (course == null || status == null || status.state() == null) {
      return;
    }
    Stream.concat(
            Stream.ofNullable(status.message()),
            status.drivers().stream().flatMap(driver -> Stream.ofNullable(driver.message())))
        .forEach(course.messages::add);
    String desired = workflow.getSpec().desiredState();
    boolean failed = "Error".equals(status.status());
    if (!desired.equals(status.state())
        || !(Boolean.TRUE.equals(status.ready()) || failed)
        || workflow.isMarkedForDeletion()) {
      return;
    }
    String reached = failed ? "Error in " + desired + ": " + status.message() : desired;
    if (course.reached.contains(reached)) {
      return;
    }
    course.reached.add(reached);
    WorkflowState state = WorkflowState.of(desired).orElseThrow();
    synchronized (course) {
      if (!course.cancelled || state == WorkflowState.TEARDOWN) {
        goOn(workflow, state, failed);
      }
    }
  }

  private void goOn(Workflow workflow, WorkflowState state, boolean failed) {
    if (state == WorkflowState.TEARDOWN) {
      client.resource(workflow).delete();
      return;
    }
    if (state == WorkflowState.PROPOSAL && !failed) {
      String data =
          Serialization.asJson(
              Map.of("data", computes.stream().map(name -> Map.of("name", name)).toList()));
      client
          .resources(Computes.class)
          .inNamespace(namespace)
          .withName(workflow.getMetadata().getName())
          .patch(PatchContext.of(PatchType.JSON_MERGE), data);
    }
    List<WorkflowState> states = List.of(WorkflowState.values());
    ask(workflow, failed ? WorkflowState.TEARDOWN : states.get(states.indexOf(state) + 1));
  }

  private void ask(Workflow workflow, WorkflowState state) {
    client
        .resource(workflow)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\":{\"desiredState\":\"" + state.word() + "\"}}");
  }
}
