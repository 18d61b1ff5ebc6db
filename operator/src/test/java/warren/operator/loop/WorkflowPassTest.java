package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.created;
import static warren.operator.Fixtures.in;
import static warren.operator.Fixtures.wanting;
import static warren.operator.loop.SinglePass.storageDriver;
import static warren.operator.loop.SinglePass.storageEntry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.decision.Decision;

/** One pass: which steps it takes, what it writes, and who hears of it. */
final class WorkflowPassTest {
  private PassOnFake fake;

  @BeforeEach
  void start() throws IOException {
    fake = new PassOnFake();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void theFirstPassRegistersBeginsAndReachesProposalInOneWrite() {
    Workflow workflow = created("#DW jobdw type=gfs2 capacity=1GiB name=data");
    fake.takesWrites(workflow);

    Map<String, Instant> alarms = fake.pass(storageDriver(entry -> Decision.done())).over(workflow);

    assertThat(alarms).isEmpty();
    assertThat(fake.writes()).hasSize(1);
    JsonNode status = fake.written("/status");
    assertThat(status.path("state").asText()).isEqualTo("Proposal");
    assertThat(status.path("ready").asBoolean()).isTrue();
    assertThat(status.path("drivers")).hasSize(5);
    assertThat(status.path("env").path("DW_WORKFLOW_NAME").asText()).isEqualTo("wf");
    assertThat(fake.written("/metadata/finalizers").get(0).asText()).isEqualTo(Names.FINALIZER);
  }

  @Test
  void aWorkflowThatIsToldTeardownBeforeItWasSeenIsTornDownAtOnce() {
    Workflow workflow =
        wanting(WorkflowState.TEARDOWN, created("#DW jobdw type=gfs2 capacity=1GiB name=data"));
    fake.takesWrites(workflow);

    fake.pass(storageDriver(entry -> Decision.done())).over(workflow);

    assertThat(fake.written("/status").path("state").asText()).isEqualTo("Teardown");
    assertThat(fake.written("/status").path("ready").asBoolean()).isTrue();
  }

  @Test
  void aRefusedWorkflowThatIsToldTeardownIsTornDown() {
    Workflow workflow = in(WorkflowState.PROPOSAL);
    workflow.setStatus(withoutComputes(workflow.getStatus()));
    fake.takesWrites(workflow);

    fake.pass().over(wanting(WorkflowState.TEARDOWN, workflow));

    assertThat(fake.written("/status/ready").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = WorkflowState.class, names = "PROPOSAL", mode = EnumSource.Mode.EXCLUDE)
  void readinessNeedsNoComputesButInProposal(WorkflowState state) {
    Workflow workflow = in(state, storageEntry(0, state));
    workflow.setStatus(withoutComputes(workflow.getStatus()));
    fake.takesWrites(workflow);

    fake.pass(storageDriver(entry -> Decision.done())).over(workflow);

    assertThat(fake.written("/status/ready").asBoolean()).isTrue();
    assertThat(fake.cluster().requests()).doesNotContain(PassOnFake.CREATES_COMPUTES);
  }

  @Test
  void onlyTheApiServerCanSayThatNothingIsLeft() {
    Workflow workflow = in(WorkflowState.TEARDOWN, storageEntry(0, WorkflowState.TEARDOWN));
    fake.takesWrites(workflow);
    List<Boolean> asked = new ArrayList<>();

    fake.pass(
            storageDriver(
                (snapshot, entry) -> {
                  boolean live = snapshot.cluster() instanceof SinglePass.Live;
                  asked.add(live);
                  return live ? Decision.waitFor("a pod is left") : Decision.done();
                }))
        .over(workflow);

    assertThat(asked).containsExactly(false, true);
    assertThat(fake.written("/status/drivers/0/message").asText()).isEqualTo("a pod is left");
  }

  @ParameterizedTest
  @EnumSource(
      value = WorkflowState.class,
      names = {"PRE_RUN", "POST_RUN"})
  void whatIsStoppedWhenContainersFailIsWhatTheApiServerHas(WorkflowState state) {
    Workflow workflow = in(state, storageEntry(0, state));
    fake.takesWrites(workflow);
    List<String> failed = new ArrayList<>();

    fake.pass(
            storageDriver(
                (snapshot, entry) -> {
                  failed.add(snapshot.cluster() instanceof SinglePass.Live ? "live" : "cached");
                  return Decision.fail(
                      Finding.error(
                          new Code("failed"), Blame.USER, "Failed, " + failed.getLast() + "."));
                }))
        .over(workflow);

    assertThat(failed).containsExactly("cached", "live");
    assertThat(fake.written("/status/drivers/0/message").asText())
        .isEqualTo("User error: Failed, live.");
  }

  @Test
  void theObserverHearsOfEachWriteAndOfNothingElse() {
    Workflow workflow = in(WorkflowState.SETUP, storageEntry(0, WorkflowState.SETUP));
    Finding finding = Finding.error(new Code("full"), Blame.INTERNAL, "It is full.");
    SinglePass fails = fake.pass(storageDriver(entry -> Decision.fail(finding)));
    fake.refusesWrites(409, "conflict");
    fails.over(workflow);
    assertThat(fake.observed()).isEmpty();

    fake.takesWrites(workflow);
    fails.over(workflow);
    assertThat(fake.observed()).containsExactly("Setup -> Setup[0]");

    Workflow idle = in(WorkflowState.SETUP, storageEntry(0, WorkflowState.SETUP));
    fake.pass().over(idle);
    assertThat(fake.observed()).hasSize(1);
  }

  private static WorkflowStatus withoutComputes(WorkflowStatus status) {
    return new WorkflowStatus(
        status.state(),
        status.ready(),
        status.status(),
        null,
        status.env(),
        status.drivers(),
        null,
        status.desiredStateChange(),
        null,
        null);
  }
}
