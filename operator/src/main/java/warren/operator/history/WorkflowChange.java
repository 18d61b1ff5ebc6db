package warren.operator.history;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import warren.dw.WorkflowState;
import warren.operator.entries.Entry;

/** One thing that a write changed of a Workflow. */
public sealed interface WorkflowChange {
  /** How far an entry or the workflow came. */
  enum Progress {
    WAITING,
    RETRYING,
    FAILED,
    COMPLETED,
    /** Completed, and the user has to know something all the same. */
    WARNED
  }

  /**
   * A state that the workflow left.
   *
   * @param after how long the workflow was in the state
   * @param wasReady whether the work of the state was done
   */
  record Left(WorkflowState state, Duration after, boolean wasReady) {
    public Left {
      requireNonNull(state, "state");
      requireNonNull(after, "after");
    }
  }

  /**
   * A state began.
   *
   * @param left the state before; empty at the beginning of Proposal
   */
  record Entered(WorkflowState state, Optional<Left> left) implements WorkflowChange {
    public Entered {
      requireNonNull(state, "state");
      requireNonNull(left, "left");
    }
  }

  /**
   * The work of a state is done.
   *
   * @param after the time since the state was entered
   */
  record Ready(WorkflowState state, Duration after) implements WorkflowChange {
    public Ready {
      requireNonNull(state, "state");
      requireNonNull(after, "after");
    }
  }

  /** The finalizer is removed: Kubernetes may delete the Workflow. */
  record Released(Left left) implements WorkflowChange {
    public Released {
      requireNonNull(left, "left");
    }
  }

  /**
   * A driver reported something new of an entry.
   *
   * @param entry as written
   */
  record EntryReported(Entry entry, Progress progress) implements WorkflowChange {
    public EntryReported {
      requireNonNull(entry, "entry");
      requireNonNull(progress, "progress");
    }

    /** The driver's message; empty when the entry has none. */
    public String message() {
      return entry.message().orElse("");
    }
  }

  /**
   * The workflow's own message is new, and no entry that this write changed has this message: such
   * as directives that are refused, or what another operator's driver reported.
   */
  record WorkflowReported(WorkflowState state, Progress progress, String message)
      implements WorkflowChange {
    public WorkflowReported {
      requireNonNull(state, "state");
      requireNonNull(progress, "progress");
      requireNonNull(message, "message");
    }
  }
}
