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
        draft.register(List.of());
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
      case Step.Drive drive -> LOG.debug("{}: works on {}", workflow.told(), drive.state());
      case Step.Follow follow -> LOG.debug("{}: follows {}", workflow.told(), follow.state());
    }
  }

  /**
   * Drafts what the drivers' entries say together. A state is ready when its own work is done; the
   * Computes are the work of Proposal alone.
   *
   * @param state the workflow's state
   * @param computes what {@link #makeComputes} answered; done in every other state
   */
  public void rollUp(
      WorkflowState state,
      SeenWorkflow workflow,
      Outcome computes,
      WorkflowDraft draft,
      Instant now) {
    RollUp all = RollUp.of(draft.entriesOf(state));
    boolean forced = !all.ready() && workflow.isForcedReady();
    boolean ready = (all.ready() && computes instanceof Outcome.Done) || forced;
    draft.tell(
        forced ? EntryStatus.COMPLETED.word() : all.status(),
        forced ? "Forced Ready" : all.message().orElse(""));
    if (ready) {
      Duration elapsed = Duration.between(workflow.stateEntered(), now);
      LOG.info("{}: {} is ready after {}", workflow.told(), state, MicroTime.elapsed(elapsed));
      draft.reached(now, MicroTime.elapsed(elapsed));
    }
    switch (computes) {
      case Outcome.Done done -> {}
      case Outcome.Wait wait -> {
        if (all.ready()) {
          draft.tell(EntryStatus.DRIVER_WAIT.word(), wait.reason());
        }
      }
      case Outcome.Retry retry -> {
        if (all.ready()) {
          draft.tell(EntryStatus.TRANSIENT_CONDITION.word(), WorkflowDraft.message(retry));
        }
      }
      case Outcome.Fail fail ->
          draft.tell(EntryStatus.ERROR.word(), WorkflowDraft.message(fail.findings()));
    }
  }

  /** Drafts what completed entries have to tell, if one of them has. */
  public void tellNews(WorkflowState state, WorkflowDraft draft) {
    RollUp.of(draft.entriesOf(state))
        .message()
        .ifPresent(message -> draft.tell(EntryStatus.COMPLETED.word(), message));
  }

  /** Creates the Computes and drafts where they are. */
  public Outcome makeComputes(SeenWorkflow workflow, WorkflowDraft draft, Instant now) {
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
    Outcome outcome = executor.carryOut(identity, decision, now);
    if (outcome instanceof Outcome.Done) {
      draft.computes(
          new ResourceReference(computes.getKind(), identity.name(), identity.namespace()));
    }
    return outcome;
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
