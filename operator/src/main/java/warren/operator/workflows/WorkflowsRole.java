package warren.operator.workflows;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.api.Computes;
import warren.api.ResourceReference;
import warren.dw.WorkflowState;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Executor;
import warren.operator.decision.Outcome;
import warren.operator.decision.Ownership;
import warren.operator.entries.EntryStatus;
import warren.operator.entries.MicroTime;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;

/** Takes a workflow's next step, and says how far it is once its drivers were asked. */
public final class WorkflowsRole {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowsRole.class);

  private final Executor executor;

  public WorkflowsRole(Executor executor) {
    this.executor = requireNonNull(executor, "executor");
  }

  /** Drafts what the step changes of the Workflow; nothing for those that only wait or drive. */
  public void take(Step step, SeenWorkflow workflow, WorkflowDraft draft, Instant now) {
    switch (step) {
      case Step.Keep() -> draft.addFinalizer();
      case Step.Begin begin -> {
        LOG.info("{}: begins; {} driver entries", workflow.told(), begin.entries().size());
        draft.enter(WorkflowState.PROPOSAL, now);
        draft.env(variables(workflow.identity()));
        draft.register(begin.entries());
      }
      case Step.Refuse refuse -> {
        String message = WorkflowDraft.message(refuse.findings());
        LOG.info("{}: refused: {}", workflow.told(), message);
        draft.enter(WorkflowState.PROPOSAL, now);
        draft.env(variables(workflow.identity()));
        draft.tell(EntryStatus.ERROR.word(), message);
      }
      case Step.Enter enter -> {
        LOG.info(
            "{}: enters {}, {}",
            workflow.told(),
            enter.state(),
            workflow.isBeingDeleted() ? "as it is being deleted" : "as its manager wants");
        draft.enter(enter.state(), now);
      }
      case Step.Release() -> {
        LOG.info("{}: nothing of it is left; it may go", workflow.told());
        draft.removeFinalizer();
      }
      case Step.Rest rest ->
          rest.why().ifPresent(why -> LOG.debug("{}: rests; {}", workflow.told(), why));
      case Step.Drive drive -> {
        if (drive.state() == WorkflowState.PROPOSAL && !workflow.hasComputes()) {
          makeComputes(workflow, draft, now);
        }
      }
    }
  }

  /**
   * Drafts what the drivers' entries say together.
   *
   * @param state the workflow's state
   */
  public void rollUp(WorkflowState state, SeenWorkflow workflow, WorkflowDraft draft, Instant now) {
    SeenWorkflow drafted = draft.seen();
    RollUp all = RollUp.of(drafted.entriesOf(state));
    boolean forced = !all.ready() && workflow.isForcedReady();
    boolean ready = (all.ready() && drafted.hasComputes()) || forced;
    draft.tell(
        forced ? EntryStatus.COMPLETED.word() : all.status(),
        forced ? "Forced Ready" : all.message().orElse(""));
    if (ready) {
      Duration elapsed = Duration.between(workflow.stateEntered(), now);
      LOG.info("{}: {} is ready after {}", workflow.told(), state, MicroTime.elapsed(elapsed));
      draft.reached(now, MicroTime.elapsed(elapsed));
    }
  }

  private void makeComputes(SeenWorkflow workflow, WorkflowDraft draft, Instant now) {
    WorkflowIdentity identity = workflow.identity();
    Computes computes = new Computes();
    computes.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(identity.namespace())
            .withName(identity.name())
            .withLabels(labels(identity))
            .withOwnerReferences(Ownership.reference(identity))
            .build());
    Decision decision = Decision.done().with(List.of(new Action.Create(computes)));
    switch (executor.carryOut(identity, decision, now)) {
      case Outcome.Done done ->
          draft.computes(
              new ResourceReference(computes.getKind(), identity.name(), identity.namespace()));
      case Outcome.Wait wait -> LOG.info("{}: {}", workflow.told(), wait.reason());
      case Outcome.Fail fail ->
          LOG.warn("{}: {}", workflow.told(), WorkflowDraft.message(fail.findings()));
    }
  }

  private static Map<String, String> labels(WorkflowIdentity workflow) {
    Map<String, String> labels = new LinkedHashMap<>(Labels.of(workflow, 0));
    labels.remove(Labels.DIRECTIVE_INDEX);
    return labels;
  }

  private static Map<String, String> variables(WorkflowIdentity workflow) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DW_WORKFLOW_NAME", workflow.name());
    variables.put("DW_WORKFLOW_NAMESPACE", workflow.namespace());
    return variables;
  }
}
