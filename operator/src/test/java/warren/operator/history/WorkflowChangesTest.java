package warren.operator.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.api.DriverEntry;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.Fixtures;
import warren.operator.entries.MicroTime;
import warren.operator.entries.SeenWorkflow;
import warren.operator.history.WorkflowChange.Entered;
import warren.operator.history.WorkflowChange.EntryReported;
import warren.operator.history.WorkflowChange.Left;
import warren.operator.history.WorkflowChange.Progress;
import warren.operator.history.WorkflowChange.Ready;
import warren.operator.history.WorkflowChange.Released;
import warren.operator.history.WorkflowChange.WorkflowReported;

final class WorkflowChangesTest {
  private static final Instant NOW = Fixtures.ENTERED.plusSeconds(7);
  private static final Duration SEVEN = Duration.ofSeconds(7);

  @Test
  void nothingChangedIsNoNews() {
    assertThat(between(preRun("Running", "Waits."), preRun("Running", "Waits."))).isEmpty();
  }

  @Test
  void theFirstStateHasNoneBefore() {
    assertThat(between(Fixtures.created(), Fixtures.in(WorkflowState.PROPOSAL)))
        .containsExactly(new Entered(WorkflowState.PROPOSAL, Optional.empty()));
  }

  @Test
  void aStateThatIsEnteredSaysHowLongTheOneBeforeTook() {
    Workflow before = ready(Fixtures.in(WorkflowState.SETUP));
    Workflow after = entered(Fixtures.in(WorkflowState.DATA_IN), NOW);

    assertThat(between(before, after))
        .containsExactly(
            new Entered(
                WorkflowState.DATA_IN, Optional.of(new Left(WorkflowState.SETUP, SEVEN, true))));
  }

  @Test
  void aStateMayBeEnteredAndReadyAtOnce() {
    Workflow before = ready(Fixtures.in(WorkflowState.SETUP));
    Workflow after = ready(entered(Fixtures.in(WorkflowState.DATA_IN), NOW));

    assertThat(between(before, after))
        .containsExactly(
            new Entered(
                WorkflowState.DATA_IN, Optional.of(new Left(WorkflowState.SETUP, SEVEN, true))),
            new Ready(WorkflowState.DATA_IN, Duration.ZERO));
  }

  @Test
  void aStateBecomesReadyOnce() {
    Workflow waiting = Fixtures.in(WorkflowState.SETUP);
    Workflow done = ready(Fixtures.in(WorkflowState.SETUP));

    assertThat(between(waiting, done)).containsExactly(new Ready(WorkflowState.SETUP, SEVEN));
    assertThat(between(done, done)).isEmpty();
  }

  @Test
  void aNewReasonForWaitingIsNews() {
    assertThat(told(preRun("Queued", null), preRun("Running", "Waits for A.")))
        .containsExactly("WAITING Waits for A.");
    assertThat(told(preRun("Running", "Waits for A."), preRun("Running", "Waits for B.")))
        .containsExactly("WAITING Waits for B.");
    assertThat(told(preRun("Running", "2 of 3 run."), preRun("Running", "1 of 3 run."))).isEmpty();
  }

  @Test
  void aTransientConditionAndItsEndAreNews() {
    assertThat(
            told(
                preRun("Running", "Waits."),
                preRun("TransientCondition", "No answer at 10:00:00.")))
        .containsExactly("RETRYING No answer at 10:00:00.");
    assertThat(
            told(
                preRun("TransientCondition", "No answer at 10:00:00."),
                preRun("TransientCondition", "No answer at 10:00:30.")))
        .isEmpty();
    assertThat(told(preRun("TransientCondition", "No answer."), preRun("Running", "Waits.")))
        .containsExactly("WAITING Waits.");
  }

  @Test
  void aFailureIsNewsOnce() {
    assertThat(told(preRun("Running", "Waits."), preRun("Error", "User error: no.")))
        .containsExactly("FAILED User error: no.");
    assertThat(told(preRun("Error", "User error: no."), preRun("Error", "User error: no.")))
        .isEmpty();
  }

  @Test
  void anEntryThatIsDoneIsNewsOnce() {
    assertThat(told(preRun("Running", "Waits."), preRun("Completed", null)))
        .containsExactly("COMPLETED ");
    assertThat(told(preRun("Completed", null), preRun("Completed", null))).isEmpty();
  }

  @Test
  void whatACompletedEntryHasToTellIsNewsOnce() {
    assertThat(told(preRun("Completed", null), preRun("Completed", "User error: no.")))
        .containsExactly("WARNED User error: no.");
    assertThat(told(preRun("Completed", "User error: no."), preRun("Completed", "User error: no.")))
        .isEmpty();
  }

  @Test
  void entriesOfOtherStatesAreNotYetNews() {
    Workflow before =
        Fixtures.in(WorkflowState.SETUP, entry(WorkflowState.PRE_RUN, "Queued", null));
    Workflow after =
        Fixtures.in(WorkflowState.SETUP, entry(WorkflowState.PRE_RUN, "Running", "Too early."));

    assertThat(between(before, after)).isEmpty();
  }

  @Test
  void theWorkflowsMessageIsNewsWhenNoEntryOfTheWriteHasIt() {
    Workflow before = preRun("Running", "Waits.");
    Workflow after =
        says("Error", "DW Directive 4: Fatal: other driver.", preRun("Running", "Waits."));
    assertThat(between(before, after))
        .containsExactly(
            new WorkflowReported(
                WorkflowState.PRE_RUN, Progress.FAILED, "DW Directive 4: Fatal: other driver."));

    Workflow failed = preRun("Error", "User error: no.");
    assertThat(between(before, says("Error", "DW Directive 1: User error: no.", failed)))
        .singleElement()
        .isInstanceOf(EntryReported.class);
  }

  @Test
  void directivesThatAreRefusedAreTheWorkflowsMessage() {
    Workflow after =
        says("Error", "User error: no such command.", Fixtures.in(WorkflowState.PROPOSAL));

    assertThat(between(Fixtures.created(), after))
        .containsExactly(
            new Entered(WorkflowState.PROPOSAL, Optional.empty()),
            new WorkflowReported(
                WorkflowState.PROPOSAL, Progress.FAILED, "User error: no such command."));
  }

  @Test
  void aForcedStateIsReadyAndReportsNothing() {
    Workflow after = ready(says("Completed", "Forced Ready", Fixtures.in(WorkflowState.PRE_RUN)));

    assertThat(between(Fixtures.in(WorkflowState.PRE_RUN), after))
        .containsExactly(new Ready(WorkflowState.PRE_RUN, SEVEN));
  }

  @Test
  void aWorkflowThatMayGoLeavesItsLastState() {
    Workflow before = ready(Fixtures.in(WorkflowState.TEARDOWN));
    Workflow after = ready(Fixtures.in(WorkflowState.TEARDOWN));
    after.getMetadata().setFinalizers(new ArrayList<>());

    assertThat(between(before, after))
        .containsExactly(new Released(new Left(WorkflowState.TEARDOWN, SEVEN, true)));
  }

  private static List<WorkflowChange> between(Workflow before, Workflow after) {
    return WorkflowChanges.between(new SeenWorkflow(before), new SeenWorkflow(after), NOW);
  }

  private static List<String> told(Workflow before, Workflow after) {
    return between(before, after).stream()
        .map(EntryReported.class::cast)
        .map(report -> report.progress() + " " + report.message())
        .toList();
  }

  private static Workflow preRun(String status, String message) {
    return Fixtures.in(WorkflowState.PRE_RUN, entry(WorkflowState.PRE_RUN, status, message));
  }

  private static DriverEntry entry(WorkflowState state, String status, String message) {
    return Fixtures.entry(Names.CONTAINER_DRIVER, 1, state, status, message);
  }

  private static Workflow ready(Workflow workflow) {
    WorkflowStatus s = workflow.getStatus();
    return with(workflow, true, "Completed", s.message(), s.desiredStateChange());
  }

  private static Workflow says(String status, String message, Workflow workflow) {
    WorkflowStatus s = workflow.getStatus();
    return with(workflow, s.ready(), status, message, s.desiredStateChange());
  }

  private static Workflow entered(Workflow workflow, Instant at) {
    WorkflowStatus s = workflow.getStatus();
    return with(workflow, s.ready(), s.status(), s.message(), MicroTime.text(at));
  }

  private static Workflow with(
      Workflow workflow, boolean ready, String status, String message, String entered) {
    WorkflowStatus s = workflow.getStatus();
    workflow.setStatus(
        new WorkflowStatus(
            s.state(),
            ready,
            status,
            message,
            s.env(),
            s.drivers(),
            s.computes(),
            entered,
            null,
            null));
    return workflow;
  }
}
