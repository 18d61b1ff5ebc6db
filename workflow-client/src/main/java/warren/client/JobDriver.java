package warren.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import warren.api.Computes;
import warren.api.ResourceReference;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;

/**
 * Drives one Workflow through its states as a workload manager does. Every call is safe to repeat,
 * also from another process: it looks at what is stored, and writes only what is missing. Calls
 * that talk to the cluster throw {@link KubernetesClientException} when it does not answer or
 * refuses.
 */
public final class JobDriver {
  private static final int UNPROCESSABLE = 422;

  /** Writers that may come between our reading and our patch before we call it a fault. */
  private static final int TRIES = 5;

  private final KubernetesClient client;
  private final JobRequest request;
  private final InstantSource clock;

  /** A driver of the workflow this request asks for; nothing is sent yet. */
  public JobDriver(KubernetesClient client, JobRequest request, InstantSource clock) {
    this.client = requireNonNull(client, "client");
    this.request = requireNonNull(request, "request");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Creates the Workflow, or finds the one an earlier call created.
   *
   * @throws IllegalStateException when another workflow has this name
   */
  public Workflow create() {
    try {
      return client.resource(request.workflow()).create();
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw refused;
      }
      return find()
          .filter(request::made)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "another workflow is named " + request.namespace() + "/" + request.name(),
                      refused));
    }
  }

  /** The Workflow as stored; empty when there is none. */
  public Optional<Workflow> find() {
    return Optional.ofNullable(resource().get());
  }

  /** Starts to follow the workflow; to be closed by the caller. */
  public WorkflowWatch watch() {
    return new WorkflowWatch(client, request.namespace(), request.name());
  }

  /**
   * Waits until the workflow has reached {@code state}, or will not.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public StateResult await(WorkflowWatch watch, WorkflowState state, Duration timeout)
      throws InterruptedException {
    return watch
        .await(seen -> seen.resultOf(state, clock.instant()), timeout)
        .orElseGet(
            () ->
                watch
                    .current()
                    .view(clock.instant())
                    .<StateResult>map(StateResult.TimedOut::new)
                    .orElseGet(StateResult.Gone::new));
  }

  /**
   * Names the job's computes, in order; to be called once Proposal is ready.
   *
   * @throws WorkflowGoneException when the workflow is gone
   * @throws IllegalStateException when the operator has made no Computes resource yet
   */
  public void fillComputes(List<String> names) {
    Workflow workflow = find().orElseThrow(() -> new WorkflowGoneException(request.name()));
    ResourceReference reference =
        Optional.ofNullable(workflow.getStatus())
            .map(WorkflowStatus::computes)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the workflow " + request.name() + " has no Computes resource yet"));
    Resource<Computes> computes =
        client
            .resources(Computes.class)
            .inNamespace(reference.namespace())
            .withName(reference.name());
    Computes stored = computes.get();
    if (stored != null
        && stored.getData().stream().map(Computes.Compute::name).toList().equals(names)) {
      return;
    }
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    var data = patch.putArray("data");
    names.forEach(name -> data.addObject().put("name", name));
    try {
      computes.patch(PatchContext.of(PatchType.JSON_MERGE), patch.toString());
    } catch (KubernetesClientException refused) {
      throw goneOr(refused);
    }
  }

  /**
   * Asks for a state; nothing is sent when it is asked for already. A workflow that is gone is torn
   * down as far as anyone can tell, so asking it for Teardown does nothing.
   *
   * @throws WorkflowGoneException when the workflow is gone and {@code state} is not Teardown
   */
  public void advance(WorkflowState state) {
    for (int attempt = 1; ; attempt++) {
      Optional<Workflow> stored = find();
      if (stored.isEmpty()) {
        if (state == WorkflowState.TEARDOWN) {
          return;
        }
        throw new WorkflowGoneException(request.name());
      }
      String before = stored.get().getSpec().desiredState();
      if (state.word().equals(before)) {
        return;
      }
      try {
        resource().patch(PatchContext.of(PatchType.JSON), desiredState(before, state));
        return;
      } catch (KubernetesClientException refused) {
        if (attempt == TRIES || !movedSince(before, refused)) {
          throw goneOr(refused);
        }
      }
    }
  }

  /** A refusal, or what is behind it when the workflow went between our looking and our writing. */
  private RuntimeException goneOr(KubernetesClientException refused) {
    return refused.getCode() == HttpURLConnection.HTTP_NOT_FOUND && find().isEmpty()
        ? new WorkflowGoneException(request.name())
        : refused;
  }

  /**
   * Waits until the Workflow is there.
   *
   * @return whether it came within the time given
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean awaitThere(WorkflowWatch watch, Duration timeout) throws InterruptedException {
    return watch.await(Observation::workflow, timeout).isPresent();
  }

  /** Asks for the deletion of the Workflow; nothing happens when it is gone. */
  public void delete() {
    resource().delete();
  }

  /**
   * Waits until the Workflow is gone, which is when nothing of it is left.
   *
   * @return whether it went within the time given
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean awaitGone(WorkflowWatch watch, Duration timeout) throws InterruptedException {
    return watch
        .await(seen -> seen.workflow().isEmpty() ? Optional.of(true) : Optional.empty(), timeout)
        .isPresent();
  }

  private boolean movedSince(String before, KubernetesClientException refused) {
    return (refused.getCode() == UNPROCESSABLE
            || refused.getCode() == HttpURLConnection.HTTP_CONFLICT)
        && find().filter(now -> before.equals(now.getSpec().desiredState())).isEmpty();
  }

  private static String desiredState(String before, WorkflowState wanted) {
    var patch = JsonNodeFactory.instance.arrayNode();
    patch.addObject().put("op", "test").put("path", "/spec/desiredState").put("value", before);
    patch
        .addObject()
        .put("op", "replace")
        .put("path", "/spec/desiredState")
        .put("value", wanted.word());
    return patch.toString();
  }

  private Resource<Workflow> resource() {
    return client
        .resources(Workflow.class)
        .inNamespace(request.namespace())
        .withName(request.name());
  }
}
