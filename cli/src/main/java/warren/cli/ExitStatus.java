package warren.cli;

/**
 * What {@code warren} returns when it is not the status of a job's script. The values lie above
 * those programs commonly use and below 126, from where on a shell gives its own; those of a {@link
 * JudgingCommand}, which runs no script, are the ones that linters commonly have.
 */
public final class ExitStatus {
  public static final int OK = 0;

  /** A {@link JudgingCommand} found an error in what it was given. */
  public static final int FAULTY = 1;

  /** A {@link JudgingCommand} could not judge: its command line, a file or the cluster. */
  public static final int UNANSWERED = 2;

  /** The command line itself is wrong (EX_USAGE of sysexits.h). */
  public static final int USAGE = 64;

  /**
   * Refused before anything was started: findings in the script, or a user or site that cannot be.
   */
  public static final int REFUSED = 120;

  /** The containers or their storage failed before the script was started. */
  public static final int FAILED_BEFORE_SCRIPT = 121;

  /** The script ended with 0, and the containers or their storage failed. */
  public static final int FAILED_AFTER_SCRIPT = 122;

  /** The cluster or this machine failed, not the job. */
  public static final int TROUBLE = 123;

  private ExitStatus() {}
}
