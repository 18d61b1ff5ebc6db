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
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.api.Workflow;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.decision.Action.Propagation;
import warren.operator.decision.Decision;
import warren.operator.decision.Deletion;
import warren.operator.decision.Executor;
import warren.operator.decision.Outcome;
import warren.operator.decision.Ownership;
import warren.operator.driver.Driver;
import warren.operator.driver.Look;
import warren.operator.entries.Entry;
import warren.operator.entries.EntryStatus;
import warren.operator.entries.LogLine;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;
import warren.operator.entries.WorkflowWriter;
import warren.operator.leases.RunnerLease;
import warren.operator.leases.RunnerLeases;
import warren.operator.workflows.Lifecycle;
import warren.operator.workflows.Step;
import warren.operator.workflows.WorkflowsRole;

/**
 * One pass over a workflow: its next step, its drivers, one small write; and when to come again.
 */
final class WorkflowPass {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowPass.class);

  /** An instant that has passed already would ring again and again. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Duration TEARDOWN_RETRY = Duration.ofSeconds(30);
  private static final Duration REFUSED_RETRY = Duration.ofSeconds(30);

  private final KubernetesClient client;
  private final boolean ownsWorkflows;
  private final WorkflowsRole workflows;
  private final List<Driver> drivers;
  private final Executor executor;
  private final WorkflowWriter writer;
  private final RunnerLeases leases = new RunnerLeases();

  WorkflowPass(KubernetesClient client, boolean ownsWorkflows, List<Driver> drivers) {
    this.client = requireNonNull(client, "client");
    this.ownsWorkflows = ownsWorkflows;
    this.drivers = List.copyOf(drivers);
    this.executor = new Executor(client);
    this.workflows = new WorkflowsRole(executor);
    this.writer = new WorkflowWriter(client);
  }

  /** Makes the pass; the answer is when to make the next one though nothing has changed. */
  Map<String, Instant> over(Workflow resource, Look look, Instant now) {
    SeenWorkflow workflow = new SeenWorkflow(resource);
    Map<String, Instant> alarms = new LinkedHashMap<>();
    WorkflowDraft draft = new WorkflowDraft(workflow);
    if (ownsWorkflows) {
      if (isDeletedForItsRunner(resource, workflow, alarms, now)) {
        return alarms;
      }
      Step step = Lifecycle.next(workflow);
      workflows.take(step, workflow, draft, now);
      if (step instanceof Step.Drive drive) {
        drive(drive.state(), workflow, draft, look, alarms, now);
        workflows
            .rollUp(drive.state(), workflow, draft, now)
            .ifPresent(at -> alarms.put("computes", at));
      }
    } else if (isUnderWay(workflow)) {
      drive(workflow.desired(), workflow, draft, look, alarms, now);
    }
    switch (writer.write(workflow.identity(), draft)) {
      case STALE -> alarms.put("write-again", now.plus(SOON));
      case REFUSED -> alarms.put("write-again", now.plus(REFUSED_RETRY));
      case NOTHING, CHANGED -> {
        // The watch tells of the next change.
      }
    }
    alarms.replaceAll((what, at) -> at.isAfter(now) ? at : now.plus(SOON));
    return alarms;
  }

  /** The workflow is gone. */
  void forget(String uid) {
    leases.forget(uid);
  }

  private static boolean isUnderWay(SeenWorkflow workflow) {
    return workflow.state().equals(Optional.of(workflow.desired())) && !workflow.isReady();
  }

  private void drive(
      WorkflowState state,
      SeenWorkflow workflow,
      WorkflowDraft draft,
      Look look,
      Map<String, Instant> alarms,
      Instant now) {
    for (Entry entry : workflow.entriesOf(state)) {
      for (Driver driver : drivers) {
        if (driver.id().equals(entry.driver()) && isOpen(entry)) {
          // As drafted: who waits for another entry need not wait for the next pass.
          Decision decision = driver.decide(draft.seen(), entry, look, now);
          Outcome outcome = executor.carryOut(workflow.identity(), decision, now);
          tell(workflow, entry, outcome);
          draft.entry(entry, outcome, now);
          if (outcome.equals(decision.outcome())) {
            draft.annotate(decision.annotations());
          }
          askAgain(entry, outcome, now)
              .ifPresent(at -> alarms.put("entry-" + entry.position(), at));
        }
      }
    }
  }

  /** What is to go is tried again also when nothing happens in between. */
  private static Optional<Instant> askAgain(Entry entry, Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Done done -> Optional.empty();
      case Outcome.Wait wait -> wait.askAgain();
      case Outcome.Fail fail ->
          entry.state() == WorkflowState.TEARDOWN
              ? Optional.of(now.plus(TEARDOWN_RETRY))
              : Optional.empty();
    };
  }

  /** What has failed stays failed, so that its message does; but what is to go has to go. */
  private static boolean isOpen(Entry entry) {
    return !entry.completed()
        && (entry.progress() != EntryStatus.ERROR || entry.state() == WorkflowState.TEARDOWN);
  }

  private static void tell(SeenWorkflow workflow, Entry entry, Outcome outcome) {
    String text =
        switch (outcome) {
          case Outcome.Done done -> "done";
          case Outcome.Wait wait -> "waits: " + wait.reason();
          case Outcome.Fail fail ->
              "fails: " + WorkflowDraft.message(fail.findings()) + details(fail.findings());
        };
    boolean isNews =
        !(outcome instanceof Outcome.Wait wait)
            || !entry.message().equals(Optional.of(wait.reason()));
    if (isNews) {
      LOG.info(
          "{}: {} of directive {} in {} {}",
          workflow.told(),
          entry.driver(),
          entry.directive(),
          entry.state(),
          LogLine.of(text));
    }
  }

  private static String details(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.detail().stream())
        .map(detail -> " [" + detail + "]")
        .collect(Collectors.joining());
  }

  private boolean isDeletedForItsRunner(
      Workflow resource, SeenWorkflow workflow, Map<String, Instant> alarms, Instant now) {
    if (!Names.RUNNER_WLM.equals(workflow.manager()) || workflow.isBeingDeleted()) {
      leases.forget(workflow.identity().uid());
      return false;
    }
    return switch (leases.judge(workflow, lease(workflow), now)) {
      case RunnerLease.Verdict.NotOurs() -> false;
      case RunnerLease.Verdict.Keep keep -> {
        alarms.put("lease", keep.until());
        yield false;
      }
      case RunnerLease.Verdict.Expired expired -> {
        LOG.info("{}: is torn down, as {}", workflow.told(), expired.why());
        Deletion.of(client, resource, Propagation.BACKGROUND);
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
