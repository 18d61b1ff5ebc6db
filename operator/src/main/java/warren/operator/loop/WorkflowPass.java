package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.api.Workflow;
import warren.apiserver.exact.Deletion;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.decision.Executor;
import warren.operator.decision.Outcome;
import warren.operator.decision.Ownership;
import warren.operator.driver.Driver;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.EntryStatus;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;
import warren.operator.entries.WorkflowWriter;
import warren.operator.history.WriteObserver;
import warren.operator.leases.RunnerLease;
import warren.operator.leases.RunnerLeases;
import warren.operator.workflows.Lifecycle;
import warren.operator.workflows.Step;
import warren.operator.workflows.WorkflowsRole;

/**
 * One pass over a workflow: all steps that can be taken now, its drivers, one small write; and when
 * to come again.
 */
final class WorkflowPass {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowPass.class);

  /** An instant that has passed already would ring again and again. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Duration REFUSED_RETRY = Duration.ofSeconds(30);

  /** The parts of a workflow, beside its entries, that an exception can stop. */
  private static final String WHOLE = "the pass";

  private static final String COMPUTES = "computes";

  private final KubernetesClient client;
  private final boolean ownsWorkflows;
  private final WorkflowsRole workflows;
  private final EntryRetries retries = new EntryRetries();
  private final EntriesPass entries;
  private final WorkflowWriter writer;
  private final WriteObserver observer;
  private final RunnerLeases leases = new RunnerLeases();

  WorkflowPass(
      KubernetesClient client,
      boolean ownsWorkflows,
      List<Driver> drivers,
      WriteObserver observer) {
    this.client = requireNonNull(client, "client");
    this.ownsWorkflows = ownsWorkflows;
    Executor executor = new Executor(client);
    this.workflows = new WorkflowsRole(executor);
    this.entries = new EntriesPass(drivers, executor, retries);
    this.writer = new WorkflowWriter(client);
    this.observer = requireNonNull(observer, "observer");
  }

  /**
   * Makes the pass.
   *
   * @param lease the cached lease of the workflow's runner, if there is one
   * @return when to make the next pass though nothing has changed, by purpose
   */
  Map<String, Instant> over(
      Workflow resource, Optional<Lease> lease, WorkflowSnapshot.Sources sources, Instant now) {
    SeenWorkflow stored = new SeenWorkflow(resource);
    String uid = stored.identity().uid();
    Map<String, Instant> alarms = new LinkedHashMap<>();
    Optional<Outcome.Retry> paused = retries.paused(uid, WHOLE, now);
    if (paused.isPresent()) {
      // The message again, as a change of another's may have kept it from being written.
      alarms.put(WHOLE, paused.get().again());
      write(stored, stopped(stored, paused.get()), alarms, now);
      return alarms;
    }
    if (ownsWorkflows && isDeletedForItsRunner(resource, stored, lease, alarms, now)) {
      return alarms;
    }
    WorkflowDraft draft = new WorkflowDraft(stored);
    try {
      if (ownsWorkflows) {
        steps(stored, draft, sources, alarms, now);
      } else if (isUnderWay(stored)) {
        entries.drive(
            stored.desired(), new WorkflowSnapshot(stored, draft, sources), draft, alarms, now);
      } else if (Lifecycle.isFollowed(stored)) {
        entries.follow(
            stored.desired(), new WorkflowSnapshot(stored, draft, sources), draft, alarms, now);
      }
      retries.succeeded(uid, WHOLE);
    } catch (RuntimeException e) {
      // Nothing of a half-finished draft is written, but the user learns that something is wrong.
      Outcome.Retry retry =
          retries.failed(uid, WHOLE, stored.told(), "Warren cannot work on the workflow", e, now);
      draft = stopped(stored, retry);
      alarms.put(WHOLE, retry.again());
    }
    write(stored, draft, alarms, now);
    alarms.replaceAll((what, at) -> at.isAfter(now) ? at : now.plus(SOON));
    return alarms;
  }

  private WorkflowDraft stopped(SeenWorkflow stored, Outcome.Retry retry) {
    WorkflowDraft draft = new WorkflowDraft(stored);
    if (ownsWorkflows) {
      draft.tell(EntryStatus.TRANSIENT_CONDITION.word(), WorkflowDraft.message(retry));
    }
    return draft;
  }

  private void write(
      SeenWorkflow stored, WorkflowDraft draft, Map<String, Instant> alarms, Instant now) {
    switch (writer.write(stored, draft)) {
      case STALE -> alarms.put("write-again", now.plus(SOON));
      case REFUSED -> alarms.put("write-again", now.plus(REFUSED_RETRY));
      case CHANGED -> observer.written(stored, draft.seen(), draft.failures(), now);
      case NOTHING -> {
        // The watch tells of the next change.
      }
    }
  }

  /** The workflow is gone. */
  void forget(String uid) {
    leases.forget(uid);
    retries.forget(uid);
    observer.forget(uid);
  }

  private static boolean isUnderWay(SeenWorkflow workflow) {
    return workflow.state().equals(Optional.of(workflow.desired())) && !workflow.isReady();
  }

  /** Takes all steps up to the first that has to wait for something. */
  private void steps(
      SeenWorkflow stored,
      WorkflowDraft draft,
      WorkflowSnapshot.Sources sources,
      Map<String, Instant> alarms,
      Instant now) {
    boolean driven = false;
    for (SeenWorkflow workflow = stored; ; workflow = draft.seen()) {
      Step step = Lifecycle.next(workflow, sources.reading());
      if (driven && !(step instanceof Step.Release)) {
        return;
      }
      workflows.take(step, workflow, draft, now);
      switch (step) {
        case Step.Drive drive -> {
          drive(drive.state(), workflow, draft, sources, alarms, now);
          driven = true;
        }
        case Step.Release release -> {
          return;
        }
        case Step.Follow follow -> {
          entries.follow(
              follow.state(), new WorkflowSnapshot(workflow, draft, sources), draft, alarms, now);
          workflows.tellNews(follow.state(), draft);
          return;
        }
        case Step.Rest rest -> {
          return;
        }
        case Step.Keep keep -> {}
        case Step.Begin begin -> {}
        case Step.Refuse refuse -> {}
        case Step.Enter enter -> {}
      }
    }
  }

  private void drive(
      WorkflowState state,
      SeenWorkflow workflow,
      WorkflowDraft draft,
      WorkflowSnapshot.Sources sources,
      Map<String, Instant> alarms,
      Instant now) {
    WorkflowSnapshot snapshot = new WorkflowSnapshot(workflow, draft, sources);
    entries.drive(state, snapshot, draft, alarms, now);
    Outcome computes = computes(state, workflow, draft, now);
    switch (computes) {
      case Outcome.Wait wait -> wait.askAgain().ifPresent(at -> alarms.put(COMPUTES, at));
      case Outcome.Retry retry -> alarms.put(COMPUTES, retry.again());
      case Outcome.Done done -> {}
      case Outcome.Fail fail -> {}
    }
    workflows.rollUp(state, workflow, computes, draft, now);
  }

  /** Proposal creates the Computes; nothing else does, and no other state needs them. */
  private Outcome computes(
      WorkflowState state, SeenWorkflow workflow, WorkflowDraft draft, Instant now) {
    if (state != WorkflowState.PROPOSAL || workflow.hasComputes()) {
      return new Outcome.Done(Map.of());
    }
    String uid = workflow.identity().uid();
    Optional<Outcome.Retry> paused = retries.paused(uid, COMPUTES, now);
    if (paused.isPresent()) {
      return paused.get();
    }
    try {
      Outcome outcome = workflows.makeComputes(workflow, draft, now);
      retries.succeeded(uid, COMPUTES);
      return outcome;
    } catch (RuntimeException e) {
      return retries.failed(
          uid, COMPUTES, workflow.told(), "Warren cannot create the Computes resource", e, now);
    }
  }

  /**
   * Deletes a workflow whose runner is gone. The cached lease is a reason to look, never to delete:
   * a watch that lags behind shows a renewed lease as expired.
   */
  private boolean isDeletedForItsRunner(
      Workflow resource,
      SeenWorkflow workflow,
      Optional<Lease> cached,
      Map<String, Instant> alarms,
      Instant now) {
    if (!Names.RUNNER_WLM.equals(workflow.manager()) || workflow.isBeingDeleted()) {
      leases.forget(workflow.identity().uid());
      return false;
    }
    RunnerLease.Verdict verdict = leases.judge(workflow, cached, now);
    if (verdict instanceof RunnerLease.Verdict.Expired) {
      verdict = leases.judge(workflow, lease(workflow), now);
    }
    return switch (verdict) {
      case RunnerLease.Verdict.NotOurs() -> false;
      case RunnerLease.Verdict.Keep keep -> {
        alarms.put("lease", keep.until());
        yield false;
      }
      case RunnerLease.Verdict.Expired expired -> {
        LOG.info("{}: is torn down, as {}", workflow.told(), expired.why());
        Deletion.of(client, resource);
        yield true;
      }
    };
  }

  private Optional<Lease> lease(SeenWorkflow workflow) {
    return Optional.ofNullable(
            client
                .leases()
                .inNamespace(workflow.identity().namespace())
                .withName(Names.lease(workflow.identity().name()))
                .get())
        .filter(lease -> Ownership.isOf(lease, workflow.identity()));
  }
}
