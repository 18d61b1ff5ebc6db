package warren.cluster;

/**
 * The cluster can't do what was asked. The message is made for users: what happened, where, and
 * what to do.
 */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with nothing more to know than the message. */
  public ClusterException(String message) {
    super(message);
  }

  /** A failure whose cause may help a developer; the message must do without it. */
  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
