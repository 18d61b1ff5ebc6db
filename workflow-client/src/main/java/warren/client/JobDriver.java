package warren.client;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.api.Computes;
import warren.api.ResourceReference;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;
import warren.apiserver.exact.Deletion;
import warren.apiserver.exact.ExactPatch;
import warren.dw.WorkflowState;
import warren.names.WorkflowIdentity;

/**
 * Drives one Workflow through its states as a workload manager does. Every request carries the
 * Workflow's UID: job ids, and with them names, come back after a requeue, and a later Workflow of
 * the same name is never touched. Every call is safe to repeat, also from another process: a call
 * writes only what is missing. Calls that talk to the cluster throw {@link
 * KubernetesClientException} when it does not answer or refuses.
 */
public final class JobDriver {
  /** Writers that may come between our reading and our patch before we call it a fault. */
  private static final int TRIES = 5;

  private final KubernetesClient client;
  private final WorkflowIdentity identity;
  private final InstantSource clock;

  /** The state asked for when the Workflow was last read or written here. */
  private volatile String desired;

  private JobDriver(KubernetesClient client, Workflow stored, InstantSource clock) {
    this.client = requireNonNull(client, "client");
    this.clock = requireNonNull(clock, "clock");
    ObjectMeta metadata = stored.getMetadata();
    this.identity =
        new WorkflowIdentity(metadata.getNamespace(), metadata.getName(), metadata.getUid());
    this.desired = stored.getSpec().desiredState();
  }

  /**
   * Creates the Workflow that this request asks for, or finds the one an earlier call created.
   *
   * @throws IllegalStateException when another workflow has this name
   */
  public static JobDriver create(KubernetesClient client, JobRequest request, InstantSource clock) {
    Workflow workflow = request.workflow();
    try {
      return of(client, client.resource(workflow).create(), clock);
    } catch (KubernetesClientException refused) {
      ApiRequest creation = ApiRequest.create(workflow);
      if (!(ApiFailure.of(creation, refused) instanceof ApiFailure.Stale)) {
        throw creation.failed(refused);
      }
      return find(client, request, clock)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "another workflow is named " + request.namespace() + "/" + request.name(),
                      refused));
    }
  }

  /** A driver of the workflow that an earlier call created for this request; empty without one. */
  public static Optional<JobDriver> find(
      KubernetesClient client, JobRequest request, InstantSource clock) {
    Workflow stored =
        client
            .resources(Workflow.class)
            .inNamespace(request.namespace())
            .withName(request.name())
            .get();
    return Optional.ofNullable(stored).filter(request::made).map(made -> of(client, made, clock));
  }

  /**
   * Waits for the workflow of a request whose answer was lost.
   *
   * @return empty when no such workflow came within the time given
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public static Optional<JobDriver> await(
      KubernetesClient client, JobRequest request, InstantSource clock, Duration timeout)
      throws InterruptedException {
    try (WorkflowWatch watch = WorkflowWatch.ofName(client, request.namespace(), request.name())) {
      return watch
          .await(seen -> seen.workflow().filter(request::made), timeout)
          .map(made -> of(client, made, clock));
    }
  }

  /**
   * A driver of this very workflow; nothing is sent yet.
   *
   * @param stored as the API server gave it, with its UID
   */
  public static JobDriver of(KubernetesClient client, Workflow stored, InstantSource clock) {
    return new JobDriver(client, stored, clock);
  }

  /** Which workflow this drives. */
  public WorkflowIdentity identity() {
    return identity;
  }

  /** The Workflow as stored; empty when it is gone, whatever has its name now. */
  public Optional<Workflow> find() {
    return Optional.ofNullable(workflows().get())
        .filter(stored -> identity.uid().equals(stored.getMetadata().getUid()));
  }

  /** Starts to follow the workflow; to be closed by the caller. */
  public WorkflowWatch watch() {
    return WorkflowWatch.of(client, identity);
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
   * @throws IllegalStateException when the operator has made no Computes resource of this workflow
   *     yet
   */
  public void fillComputes(List<String> names) {
    Workflow workflow = find().orElseThrow(this::gone);
    ResourceReference reference =
        Optional.ofNullable(workflow.getStatus())
            .map(WorkflowStatus::computes)
            .orElseThrow(this::noComputes);
    Computes stored =
        client
            .resources(Computes.class)
            .inNamespace(reference.namespace())
            .withName(reference.name())
            .get();
    if (stored == null || !isOurs(stored)) {
      throw find().isEmpty() ? gone() : noComputes();
    }
    if (stored.getData().stream().map(Computes.Compute::name).toList().equals(names)) {
      return;
    }
    try {
      ExactPatch.of(stored.getMetadata().getUid())
          .set("/data", names.stream().map(name -> Map.of("name", name)).toList())
          .send(client, stored);
    } catch (KubernetesClientException refused) {
      throw goneOr(stored, refused);
    }
  }

  private boolean isOurs(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> identity.uid().equals(owner.getUid()));
  }

  /**
   * Asks for a state; nothing is sent when it is asked for already. A workflow that is gone is torn
   * down as far as anyone can tell, so asking it for Teardown does nothing.
   *
   * @throws WorkflowGoneException when the workflow is gone and {@code state} is not Teardown
   */
  public void advance(WorkflowState state) {
    for (int attempt = 1; ; attempt++) {
      String before = desired;
      if (!state.word().equals(before)) {
        try {
          ExactPatch.of(identity.uid())
              .test("/spec/desiredState", before)
              .set("/spec/desiredState", state.word())
              .send(client, named());
          desired = state.word();
          return;
        } catch (KubernetesClientException refused) {
          if (attempt == TRIES || !ExactPatch.isOutdated(named(), refused)) {
            throw refused;
          }
        }
      }
      Optional<Workflow> stored = find();
      if (stored.isEmpty()) {
        if (state == WorkflowState.TEARDOWN) {
          return;
        }
        throw gone();
      }
      desired = stored.get().getSpec().desiredState();
      if (state.word().equals(desired)) {
        return;
      }
    }
  }

  /** A refusal, or what is behind it when the workflow went between our looking and our writing. */
  private RuntimeException goneOr(HasMetadata patched, KubernetesClientException refused) {
    return ExactPatch.isOutdated(patched, refused) && find().isEmpty() ? gone() : refused;
  }

  private WorkflowGoneException gone() {
    return new WorkflowGoneException(identity.name());
  }

  private IllegalStateException noComputes() {
    return new IllegalStateException(
        "the workflow " + identity.name() + " has no Computes resource yet");
  }

  /** Asks for the deletion of the Workflow; nothing happens when it is gone. */
  public void delete() {
    Deletion.of(client, named());
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

  /** No more of the Workflow than says which one is meant. */
  private Workflow named() {
    Workflow workflow = new Workflow();
    workflow.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(identity.namespace())
            .withName(identity.name())
            .withUid(identity.uid())
            .build());
    return workflow;
  }

  private Resource<Workflow> workflows() {
    return client
        .resources(Workflow.class)
        .inNamespace(identity.namespace())
        .withName(identity.name());
  }
}
