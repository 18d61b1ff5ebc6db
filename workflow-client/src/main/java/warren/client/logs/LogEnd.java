package warren.client.logs;

import static java.util.Objects.requireNonNull;

/** What is known of an attempt's log when the reading of the log has ended. */
public sealed interface LogEnd {
  /** How many bytes of the log were written. */
  long bytes();

  /** The container has ended and every byte of its log was read. */
  record Whole(long bytes) implements LogEnd {}

  /** The container had not ended, as far as known. Its log was read up to the last moment. */
  record Unfinished(long bytes) implements LogEnd {}

  /**
   * Bytes of the log are missing, or may be missing.
   *
   * @param why a clause: what happened to which part of the log
   */
  record Incomplete(long bytes, String why) implements LogEnd {
    public Incomplete {
      requireNonNull(why, "why");
    }
  }
}
