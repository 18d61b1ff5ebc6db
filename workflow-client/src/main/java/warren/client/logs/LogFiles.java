package warren.client.logs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The files that a log has beside the one that is being read. A new head means that the kubelet has
 * rotated the log. The new file gets a read of its own at once: the kubelet keeps the file open for
 * this read, however late somebody comes to read it.
 */
final class LogFiles {
  /** The shortest log, in bytes, that may be rotated: nothing is asked about shorter ones. */
  private static final long ROTATED = 100_000;

  /** Less than the time between two rotations: kubelets look at their logs every ten seconds. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  /** Between two looks that are further apart a whole file may have come and gone. */
  private static final Duration FILE_MISSED = Duration.ofSeconds(9);

  private record NextFile(LogHead head, LogStream stream) {}

  private final LogConnection connection;
  private final LogCursor cursor;
  private final LogSilence silence;

  /** Files to be read after the current one, oldest first. Added to under the cursor's lock. */
  private final Deque<NextFile> next = new ConcurrentLinkedDeque<>();

  // Used by the thread that looks.
  private Optional<LogHead> newest = Optional.empty();
  private Instant lastLook;

  LogFiles(LogConnection connection, LogCursor cursor, LogSilence silence) {
    this.connection = requireNonNull(connection, "connection");
    this.cursor = requireNonNull(cursor, "cursor");
    this.silence = requireNonNull(silence, "silence");
    this.lastLook = silence.now();
  }

  boolean isEmpty() {
    return next.isEmpty();
  }

  /** Takes the read of the oldest file that is still to be read. */
  Optional<LogStream> poll() {
    return Optional.ofNullable(next.poll()).map(NextFile::stream);
  }

  /** Whether a read has come by itself to a file that has a read of its own. */
  boolean beginsAt(long time) {
    for (NextFile file : next) {
      if (file.head().has(time)) {
        if (file.head().isSecond(time)) {
          cursor.remember(file.head().first()); // it was the rest of the line before
        }
        return true;
      }
    }
    return false;
  }

  /**
   * Looks for a new file when it is time.
   *
   * @return what may be missing because the cluster did not answer in time
   */
  Optional<String> look(ContainerAttempt attempt) {
    Instant now = silence.now();
    if (cursor.bytes() < ROTATED || silence.lasts(FILE_MISSED) || attempt.ended()) {
      lastLook = now; // a container that writes nothing fills no file
      return Optional.empty();
    }
    if (Duration.between(lastLook, now).compareTo(LOOK_EVERY) < 0) {
      return Optional.empty();
    }
    try {
      return connection.head(attempt).flatMap(head -> take(attempt, head));
    } catch (IOException unanswered) {
      return Optional.empty(); // when a new file is seen, the time without an answer is minded
    }
  }

  private Optional<String> take(ContainerAttempt attempt, LogHead head) {
    Instant now = silence.now();
    Duration unseen = Duration.between(lastLook, now);
    lastLook = now;
    if (newest.filter(known -> known.first() == head.first()).isPresent()) {
      return Optional.empty();
    }
    boolean missed = newest.isPresent() && unseen.compareTo(FILE_MISSED) > 0;
    newest = Optional.of(head);
    synchronized (cursor) { // so that the reader cannot come to the file meanwhile
      if (!cursor.hasReached(head)) {
        next.add(new NextFile(head, connection.follow(attempt, Optional.empty())));
      }
    }
    return missed
        ? Optional.of(
            "the node rotated the log while the cluster did not answer for "
                + unseen.toSeconds()
                + " s; lines of that time may be missing")
        : Optional.empty();
  }

  /** Gives up all files that are still to be read. */
  void close() {
    next.forEach(file -> file.stream().close());
  }
}
