package warren.client;

/** Something was asked of a workflow that is no longer there. */
public final class WorkflowGoneException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Of the workflow of this name. */
  WorkflowGoneException(String name) {
    super("the workflow " + name + " is gone");
  }
}
