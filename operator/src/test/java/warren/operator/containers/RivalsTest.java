package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.entry;
import static warren.operator.Fixtures.in;

import org.junit.jupiter.api.Test;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.entries.SeenWorkflow;

final class RivalsTest {
  private static final WorkflowState STATE = WorkflowState.PROPOSAL;

  @Test
  void aDirectiveThatTheNnfDriverHasTooIsRefused() {
    SeenWorkflow workflow =
        new SeenWorkflow(
            in(
                STATE,
                entry(Names.CONTAINER_DRIVER, 1, STATE, "Pending", null),
                entry("nnf", 1, STATE, "Pending", null)));

    assertThat(Rivals.of(workflow, workflow.entries().getFirst()).map(Finding::sentence))
        .hasValue(
            "The driver 'nnf' is registered for this container directive as well. Take the command"
                + " container out of the DWDirectiveRule nnf, or do not run Warren's role containers"
                + " here.");
  }

  @Test
  void theNnfDriverMayHaveTheStorage() {
    SeenWorkflow workflow =
        new SeenWorkflow(
            in(
                STATE,
                entry(Names.CONTAINER_DRIVER, 1, STATE, "Pending", null),
                entry("nnf", 0, STATE, "Pending", null)));

    assertThat(Rivals.of(workflow, workflow.entries().getFirst())).isEmpty();
  }
}
