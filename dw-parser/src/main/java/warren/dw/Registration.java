package warren.dw;

import static java.util.Objects.requireNonNull;

/**
 * That some driver has work for a directive in a state of the workflow.
 *
 * @param directive the directive's index, from zero
 * @param command the directive's command, which says whose work it is
 */
public record Registration(int directive, String command, WorkflowState state) {
  public Registration {
    requireNonNull(command, "command");
    requireNonNull(state, "state");
  }
}
