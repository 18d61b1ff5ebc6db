package warren.operator.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.created;
import static warren.operator.Fixtures.deleted;
import static warren.operator.Fixtures.entry;
import static warren.operator.Fixtures.in;
import static warren.operator.Fixtures.wanting;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.api.DriverEntry;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Rule;
import warren.dw.RuleBook;
import warren.dw.RuleObject;
import warren.dw.WatchState;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.entries.SeenWorkflow;

final class LifecycleTest {
  @Test
  void aNewWorkflowIsKeptFirst() {
    assertThat(next(created())).isEqualTo(new Step.Keep());
  }

  @Test
  void thenItsDirectivesAreRegisteredByDriver() {
    Step step =
        next(
            kept(
                created(
                    "#DW jobdw type=gfs2 capacity=1GiB name=data",
                    "#DW container name=c-one profile=p-one DW_JOB_xx=data")));

    assertThat(step).isInstanceOf(Step.Begin.class);
    List<DriverEntry> entries = ((Step.Begin) step).entries();
    assertThat(entries)
        .filteredOn(entry -> entry.dwdIndex() == 0)
        .isNotEmpty()
        .allMatch(entry -> entry.driverID().equals(Names.STORAGE_DRIVER));
    assertThat(entries)
        .filteredOn(entry -> entry.dwdIndex() == 1)
        .isNotEmpty()
        .allMatch(entry -> entry.driverID().equals(Names.CONTAINER_DRIVER));
    assertThat(entries)
        .extracting(DriverEntry::watchState)
        .contains("Proposal", "Setup", "PreRun", "PostRun", "Teardown");
  }

  @Test
  void directivesThatCannotBeReadAreRefused() {
    assertThat(next(kept(created("#DW nonsense")))).isInstanceOf(Step.Refuse.class);
  }

  @Test
  void aWorkflowWithoutDirectivesBeginsToo() {
    assertThat(next(kept(created()))).isEqualTo(new Step.Begin(List.of()));
  }

  @Test
  void theStateThatTheManagerWantsIsEntered() {
    assertThat(next(wanting(WorkflowState.SETUP, in(WorkflowState.PROPOSAL))))
        .isEqualTo(new Step.Enter(WorkflowState.SETUP));
  }

  @Test
  void aStateThatIsNotReadyIsDriven() {
    assertThat(next(in(WorkflowState.SETUP, storage(WorkflowState.SETUP, "Pending"))))
        .isEqualTo(new Step.Drive(WorkflowState.SETUP));
  }

  @Test
  void aRefusedWorkflowRestsUntilItGoes() {
    assertThat(next(refused())).isInstanceOf(Step.Rest.class);
    assertThat(next(deleted(refused()))).isEqualTo(new Step.Release());
  }

  @Test
  void aWorkflowForWhichTheRulesRegisterNobodyGoesOn() {
    assertThat(next(in(WorkflowState.PROPOSAL))).isEqualTo(new Step.Drive(WorkflowState.PROPOSAL));
  }

  @Test
  void entriesAreOfTheDriverThatTheRuleNamesAndOncePerState() {
    Rule burst =
        new Rule("burst", Optional.of("vendor"), WatchState.list("Setup,Setup"), List.of());
    RuleBook book = RuleBook.of(List.of(new RuleObject("site", List.of(burst))));

    assertThat(next(kept(created("#DW burst")), book))
        .isInstanceOfSatisfying(
            Step.Begin.class,
            begin ->
                assertThat(begin.entries())
                    .extracting(entry -> entry.driverID() + " " + entry.watchState())
                    .containsExactly("vendor Setup"));
  }

  private static Workflow refused() {
    Workflow workflow = in(WorkflowState.PROPOSAL);
    WorkflowStatus status = workflow.getStatus();
    workflow.setStatus(
        new WorkflowStatus(
            status.state(),
            false,
            "Error",
            "These directives make no sense.",
            status.env(),
            status.drivers(),
            status.computes(),
            status.desiredStateChange(),
            null,
            null));
    return workflow;
  }

  @ParameterizedTest
  @EnumSource(value = WorkflowState.class, names = "TEARDOWN", mode = EnumSource.Mode.EXCLUDE)
  void deletionLeadsThroughTeardownFromEveryState(WorkflowState state) {
    Workflow workflow =
        in(state, storage(state, "Running"), storage(WorkflowState.TEARDOWN, "Pending"));

    assertThat(next(deleted(workflow))).isEqualTo(new Step.Enter(WorkflowState.TEARDOWN));
  }

  @Test
  void inTeardownADeletedWorkflowIsDrivenUntilItsEntriesAreDone() {
    assertThat(
            next(
                deleted(
                    wanting(
                        WorkflowState.PRE_RUN,
                        in(WorkflowState.TEARDOWN, storage(WorkflowState.TEARDOWN, "Running"))))))
        .isEqualTo(new Step.Drive(WorkflowState.TEARDOWN));
    assertThat(
            next(deleted(in(WorkflowState.TEARDOWN, storage(WorkflowState.TEARDOWN, "Completed")))))
        .isEqualTo(new Step.Release());
  }

  @Test
  void aWorkflowDeletedBeforeItWasReadGoesAtOnce() {
    assertThat(next(deleted(kept(created("#DW nonsense"))))).isEqualTo(new Step.Release());
  }

  @Test
  void whatOthersKeepIsLeftAlone() {
    assertThat(next(deleted(created()))).isEqualTo(new Step.Rest(Optional.of("others keep it")));
  }

  private static DriverEntry storage(WorkflowState state, String status) {
    return entry(Names.STORAGE_DRIVER, 0, state, status, null);
  }

  private static Workflow kept(Workflow workflow) {
    workflow.addFinalizer(Names.FINALIZER);
    return workflow;
  }

  private static Step next(Workflow workflow) {
    return next(workflow, RuleBook.standard());
  }

  private static Step next(Workflow workflow, RuleBook book) {
    SeenWorkflow seen = new SeenWorkflow(workflow);
    return Lifecycle.next(
        seen, () -> new DirectiveReader(book).read(JobScript.ofDirectives(seen.directives())));
  }
}
