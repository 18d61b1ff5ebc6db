package warren.cli;

/**
 * Ends a command with one sentence for the user and an exit status; never shown with a stack trace.
 */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  /** Ends the command for this reason. */
  public CommandException(int exitStatus, String sentence) {
    this(exitStatus, sentence, null);
  }

  /**
   * Ends the command for this reason.
   *
   * @param cause null when there is none
   */
  public CommandException(int exitStatus, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitStatus = exitStatus;
  }

  /** One of {@link ExitStatus}. */
  public int exitStatus() {
    return exitStatus;
  }
}
