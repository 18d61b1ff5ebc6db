package warren.client.logs;

import java.util.Optional;

/** Decides whether a log that was read to its end is whole. */
final class LogDiagnosis {
  /** The size of a file, in bytes, from which on a kubelet rotates it by default. */
  private static final long DEFAULT_FILE = 10 << 20;

  /**
   * The C libraries, Go and Python write to a pipe in multiples of so many bytes. A container
   * runtime that loses what a program wrote last cuts the log between two such writes.
   */
  private static final long WRITE = 1024;

  private LogDiagnosis() {}

  /**
   * The end of a log of which all was read that the cluster gave.
   *
   * @param missed what the cluster did not give, if that was noticed
   */
  static LogEnd of(ContainerAttempt attempt, LogCursor cursor, Optional<String> missed) {
    long bytes = cursor.bytes();
    if (missed.isPresent()) {
      return new LogEnd.Incomplete(bytes, missed.get());
    }
    if (attempt.started().filter(time -> cursor.mayFollow(DEFAULT_FILE, time)).isPresent()) {
      return new LogEnd.Incomplete(
          bytes,
          "its beginning may be missing: the container wrote so fast that the node may have rotated"
              + " the log before it could be read; an administrator can raise containerLogMaxSize"
              + " there");
    }
    if (attempt.succeeded() && cursor.endsInLine() && bytes > 0 && bytes % WRITE == 0) {
      return new LogEnd.Incomplete(
          bytes,
          "its last line has no end; unless the program prints so, the container runtime has lost"
              + " what the program printed last");
    }
    return attempt.ended() ? new LogEnd.Whole(bytes) : new LogEnd.Unfinished(bytes);
  }
}
