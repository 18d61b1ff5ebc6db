package warren.operator.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;
import warren.operator.FakeCluster;
import warren.operator.Fixtures;
import warren.operator.decision.Executor;
import warren.operator.decision.Outcome;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;

final class ComputesTakenTest {
  @Test
  void aWorkflowWhoseComputesCannotBeMadeSaysSoAndIsNotReady() throws IOException {
    Workflow resource = Fixtures.in(WorkflowState.PROPOSAL);
    WorkflowStatus before = resource.getStatus();
    resource.setStatus(
        new WorkflowStatus(
            before.state(),
            false,
            before.status(),
            null,
            before.env(),
            before.drivers(),
            null,
            before.desiredStateChange(),
            null,
            null));
    SeenWorkflow workflow = new SeenWorkflow(resource);
    WorkflowDraft draft = new WorkflowDraft(workflow);
    try (FakeCluster cluster = new FakeCluster()) {
      cluster.refuses(
          "POST /apis/dataworkflowservices.github.io/v1alpha7/namespaces/default/computes",
          422,
          "no room");

      WorkflowsRole role = new WorkflowsRole(new Executor(cluster.client()));
      Outcome computes = role.makeComputes(workflow, draft, Fixtures.ENTERED);
      role.rollUp(WorkflowState.PROPOSAL, workflow, computes, draft, Fixtures.ENTERED);
    }

    assertThat(draft.seen().isReady()).isFalse();
    assertThat(draft.seen().word()).contains("Error");
    assertThat(draft.patch().toString()).contains("does not accept Computes wf: no room");
  }
}
