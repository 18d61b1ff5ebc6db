package warren.operator.workflows;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import warren.api.DriverEntry;
import warren.dw.Finding;
import warren.dw.WorkflowState;

/** What a workflow needs next, before its drivers are asked. */
public sealed interface Step {
  /** Keep the Workflow until nothing of it is left. */
  record Keep() implements Step {}

  /** The directives have been read for the first time: register these entries, begin Proposal. */
  record Begin(List<DriverEntry> entries) implements Step {
    public Begin {
      entries = List.copyOf(entries);
    }
  }

  /** The directives cannot be read: tell the user; nothing will be made. */
  record Refuse(List<Finding> findings) implements Step {
    public Refuse {
      findings = List.copyOf(findings);
    }
  }

  /** Begin this state. */
  record Enter(WorkflowState state) implements Step {
    public Enter {
      requireNonNull(state, "state");
    }
  }

  /** Let the drivers work off the entries of this state, then roll them up. */
  record Drive(WorkflowState state) implements Step {
    public Drive {
      requireNonNull(state, "state");
    }
  }

  /** The state is ready, and what was begun in it goes on: let the drivers follow that. */
  record Follow(WorkflowState state) implements Step {
    public Follow {
      requireNonNull(state, "state");
    }
  }

  /** Nothing is left of a workflow that is being deleted: let it go. */
  record Release() implements Step {}

  /**
   * Nothing to do until somebody changes the workflow.
   *
   * @param why for the log; empty when it is the normal course of things
   */
  record Rest(Optional<String> why) implements Step {
    public Rest {
      requireNonNull(why, "why");
    }
  }
}
