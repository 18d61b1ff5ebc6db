package warren.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import warren.api.DriverEntry;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;
import warren.plan.UserIdentity;

class WorkflowViewTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:10Z");
  private static final JobRequest REQUEST =
      new JobRequest(
          "default", "job-1", "wlm", "1", new UserIdentity(1050, 1051), List.of("#DW x"));

  private static Workflow workflow(
      String state, boolean ready, String status, String since, DriverEntry... drivers) {
    Workflow workflow = REQUEST.workflow();
    workflow.setStatus(
        new WorkflowStatus(
            state,
            ready,
            status,
            "DW Directive 1: the message",
            new LinkedHashMap<>(Map.of("A", "b")),
            new ArrayList<>(List.of(drivers)),
            null,
            since,
            null,
            null));
    return workflow;
  }

  private static DriverEntry entry(int index, String state, String status, String message) {
    return new DriverEntry("driver", null, index, state, null, false, status, message, null, null);
  }

  @Test
  void aWorkflowNobodyHasSeenYetIsEmpty() {
    WorkflowView view = WorkflowView.of(REQUEST.workflow(), List.of(), NOW);

    assertThat(view.state()).isEmpty();
    assertThat(view.ready()).isFalse();
    assertThat(view.condition()).isEqualTo(Condition.UNKNOWN);
    assertThat(view.since()).isZero();
    assertThat(view.messages()).isEmpty();
  }

  @Test
  void onlyTheCurrentStatesMessagesAreShownInDirectiveOrder() {
    WorkflowView view =
        WorkflowView.of(
            workflow(
                "PreRun",
                false,
                "Error",
                "2026-11-21T12:00:00.500000Z",
                entry(1, "PreRun", "Error", "User error: no image"),
                entry(0, "PreRun", "DriverWait", "waits"),
                entry(0, "Setup", "Error", "old"),
                entry(2, "PreRun", "Completed", "")),
            List.of(),
            NOW);

    assertThat(view.state()).contains(WorkflowState.PRE_RUN);
    assertThat(view.since()).isEqualTo(Duration.ofMillis(9_500));
    assertThat(view.messages())
        .containsExactly(
            new WorkflowView.DirectiveMessage(0, "driver", false, "waits"),
            new WorkflowView.DirectiveMessage(1, "driver", true, "User error: no image"));
    assertThat(view.errors()).containsExactly("User error: no image");
  }

  @Test
  void anErrorWithoutADriversMessageIsTheWorkflowsOwn() {
    assertThat(WorkflowView.of(workflow("Setup", false, "Error", null), List.of(), NOW).errors())
        .containsExactly("DW Directive 1: the message");
    assertThat(
            WorkflowView.of(workflow("Setup", false, "DriverWait", null), List.of(), NOW).errors())
        .isEmpty();
  }

  @Test
  void timesAndWordsOfOthersDoNotBreakAView() {
    WorkflowView view =
        WorkflowView.of(workflow("Dancing", false, "Splendid", "yesterday"), List.of(), NOW);

    assertThat(view.state()).isEmpty();
    assertThat(view.condition()).isEqualTo(Condition.UNKNOWN);
    assertThat(view.since()).isZero();
  }

  @Test
  void aStateEnteredAfterNowByAnotherClockIsNew() {
    assertThat(
            WorkflowView.of(
                    workflow("Setup", false, "DriverWait", "2026-11-21T12:00:11.000000Z"),
                    List.of(),
                    NOW)
                .since())
        .isZero();
  }

  @Test
  void podsTellNodeContainersAndReasons() {
    Pod failing =
        new PodBuilder()
            .withNewMetadata()
            .withName("b")
            .endMetadata()
            .withNewSpec()
            .withNodeName("rabbit-0")
            .endSpec()
            .withNewStatus()
            .withPhase("Running")
            .addNewContainerStatus()
            .withName("main")
            .withRestartCount(2)
            .withNewState()
            .withNewWaiting()
            .withReason("CrashLoopBackOff")
            .endWaiting()
            .endState()
            .withNewLastState()
            .withNewTerminated()
            .withExitCode(3)
            .withMessage("boom\n")
            .endTerminated()
            .endLastState()
            .endContainerStatus()
            .endStatus()
            .build();
    Pod unscheduled =
        new PodBuilder()
            .withNewMetadata()
            .withName("a")
            .endMetadata()
            .withNewStatus()
            .addNewCondition()
            .withType("PodScheduled")
            .withStatus("False")
            .withMessage("0/3 nodes are available")
            .endCondition()
            .endStatus()
            .build();

    assertThat(WorkflowView.of(REQUEST.workflow(), List.of(failing, unscheduled), NOW).pods())
        .containsExactly(
            new PodView(
                "a",
                Optional.empty(),
                "Pending",
                Optional.of("0/3 nodes are available"),
                List.of()),
            new PodView(
                "b",
                Optional.of("rabbit-0"),
                "Running",
                Optional.empty(),
                List.of(
                    new ContainerView(
                        "main",
                        ContainerView.Phase.WAITING,
                        Optional.of("CrashLoopBackOff"),
                        OptionalInt.of(3),
                        2,
                        Optional.of("boom")))));
  }

  @Test
  void waitingForAStateEndsWithItOrWithAnErrorOrWithTheWorkflow() {
    assertThat(seen(workflow("PreRun", true, "Completed", null)))
        .contains(new StateResult.Ready(Map.of("A", "b")));
    assertThat(seen(workflow("PreRun", false, "Error", null)))
        .containsInstanceOf(StateResult.Failed.class);
    assertThat(seen(workflow("PreRun", false, "TransientCondition", null))).isEmpty();
    assertThat(seen(workflow("DataIn", true, "Completed", null)))
        .as("the state before, still")
        .isEmpty();
    Workflow deleted = workflow("PreRun", true, "Completed", null);
    deleted.getMetadata().setDeletionTimestamp("2026-11-21T12:00:00Z");
    assertThat(seen(deleted)).contains(new StateResult.Gone());
    assertThat(new Observation(Optional.empty(), List.of()).resultOf(WorkflowState.PRE_RUN, NOW))
        .contains(new StateResult.Gone());
  }

  private static Optional<StateResult> seen(Workflow workflow) {
    return new Observation(Optional.of(workflow), List.of()).resultOf(WorkflowState.PRE_RUN, NOW);
  }
}
