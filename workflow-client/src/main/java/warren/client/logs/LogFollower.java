package warren.client.logs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the log of one attempt from its beginning to its end.
 *
 * <p>The kubelet serves only the file that the container writes to now. When the kubelet rotates
 * the log, a followed read goes on in the old file, and may or may not come to the new one. So a
 * second thread looks for new files, which are read in their order ({@link LogFiles}). A read that
 * ends before the container does is repeated from the last second that is known, and at the end the
 * rest is read once more without following.
 */
final class LogFollower implements AutoCloseable {
  /**
   * While its container runs, a read of a file that was rotated does not end by itself. A read that
   * is silent for so long is at the end of the file; being late with the next file loses nothing.
   */
  private static final Duration END_OF_FILE = Duration.ofSeconds(20);

  /** A log that gives nothing for so long, though its container has ended, is given up. */
  private static final Duration GIVEN_UP = Duration.ofSeconds(30);

  /** How long the last words of a container that runs on are waited for: silent, and at most. */
  private static final Duration SILENT = Duration.ofSeconds(1);

  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration TICK = Duration.ofMillis(200);

  private final LogConnection connection;
  private final LogCursor cursor;
  private final LogSilence silence;
  private final LogFiles files;
  private final CompletableFuture<LogEnd> end = new CompletableFuture<>();

  // Guarded by this.
  private ContainerAttempt attempt;
  private Optional<LogStream> current = Optional.empty();
  private Optional<String> missed = Optional.empty();
  private boolean follows;
  private boolean closed;

  private LogFollower(
      LogConnection connection, ContainerAttempt attempt, OutputStream out, InstantSource clock) {
    this.connection = requireNonNull(connection, "connection");
    this.attempt = requireNonNull(attempt, "attempt");
    this.cursor = new LogCursor(out);
    this.silence = new LogSilence(clock);
    this.files = new LogFiles(connection, cursor, silence);
  }

  /** Begins to read; returns at once. */
  static LogFollower start(
      LogConnection connection, ContainerAttempt attempt, OutputStream out, InstantSource clock) {
    return new LogFollower(connection, attempt, out, clock).started();
  }

  /** Begins to read what there is now; returns at once. */
  static LogFollower once(
      LogConnection connection, ContainerAttempt attempt, OutputStream out, InstantSource clock) {
    LogFollower follower = new LogFollower(connection, attempt, out, clock);
    follower.lastCall();
    return follower.started();
  }

  private LogFollower started() {
    update(attempt);
    Thread.ofVirtual().name("log").start(this::read);
    Thread.ofVirtual().name("log-files").start(this::watchFiles);
    return this;
  }

  /** Takes what is known of the attempt now. */
  synchronized void update(ContainerAttempt now) {
    attempt = now;
    if (now.ended()) {
      lastCall();
    }
  }

  /** Has the reading end soon: of a container that runs on, what has been written until now. */
  synchronized void lastCall() {
    silence.end();
    notifyAll();
  }

  /** Completes when the reading has ended. */
  CompletableFuture<LogEnd> end() {
    return end;
  }

  @Override
  public synchronized void close() {
    closed = true;
    current.ifPresent(LogStream::close);
    files.close();
    notifyAll();
  }

  private void read() {
    try {
      end.complete(readToEnd());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      end.complete(incomplete("the reading was interrupted"));
    } catch (RuntimeException | Error fault) {
      end.completeExceptionally(fault);
    } finally {
      close();
    }
  }

  private LogEnd readToEnd() throws InterruptedException {
    while (true) {
      boolean last = isLast();
      try {
        copy(last);
        if (isClosed()) {
          return new LogEnd.Unfinished(cursor.bytes());
        }
        if (last && files.isEmpty()) {
          return LogDiagnosis.of(attempt(), cursor, missed());
        }
      } catch (NoLogException none) {
        return incomplete(none.getMessage());
      } catch (LogSinkException failed) {
        return incomplete("the rest could not be written: " + failed.getMessage());
      } catch (IOException broken) {
        if (noteBreak(broken)) {
          return incomplete(broken.getMessage());
        }
      }
      awaitNext();
    }
  }

  /**
   * Makes one read and writes what is new in the read.
   *
   * @param last the container has ended: nothing needs to be followed
   */
  private void copy(boolean last) throws IOException {
    try (LogStream stream = begin(last)) {
      try {
        InputStream body = stream.body();
        byte[] buffer = new byte[1 << 16];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
          if (!take(buffer, count)) {
            return;
          }
        }
      } catch (NoLogException | LogSinkException failed) {
        throw failed;
      } catch (IOException broken) {
        if (!stream.isClosed()) {
          throw broken;
        }
      }
    }
  }

  private synchronized LogStream begin(boolean last) {
    silence.beginRead();
    Optional<LogStream> nextFile = files.poll();
    cursor.begin(nextFile.isPresent());
    LogStream stream =
        nextFile.orElseGet(
            () ->
                last
                    ? connection.read(attempt, cursor.since())
                    : connection.follow(attempt, cursor.since()));
    follows = nextFile.isPresent() || !last;
    current = Optional.of(stream);
    if (closed) {
      stream.close();
    }
    return stream;
  }

  private boolean take(byte[] buffer, int count) throws IOException {
    silence.beginWrite();
    try {
      return cursor.take(buffer, count, files::beginsAt);
    } finally {
      silence.endWrite();
    }
  }

  private boolean isLast() {
    return silence.isOver() && files.isEmpty();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Whether the log is given up after a read that broke off. */
  private synchronized boolean noteBreak(IOException broken) {
    if (!files.isEmpty()) {
      missed =
          Optional.of("the node had rotated the log when a read failed: " + broken.getMessage());
    }
    return silence.isOver() && silence.lasts(GIVEN_UP);
  }

  /** Waits a moment before the next read, unless there is something to be read now. */
  @SuppressWarnings("WaitNotInLoop") // to read or look early does no harm
  private synchronized void awaitNext() throws InterruptedException {
    if (!closed && files.isEmpty() && (!silence.isOver() || silence.lasts(RETRY))) {
      wait(RETRY.toMillis());
    }
  }

  private LogEnd incomplete(String why) {
    return new LogEnd.Incomplete(cursor.bytes(), why);
  }

  private void watchFiles() {
    try {
      while (!awaitTick()) {
        files.look(attempt()).ifPresent(this::setMissed);
        endSilentRead();
      }
      files.close(); // where the last look found one
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // the process ends
    } catch (RuntimeException | Error fault) {
      end.completeExceptionally(fault);
      close();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // to read or look early does no harm
  private synchronized boolean awaitTick() throws InterruptedException {
    if (!closed) {
      wait(TICK.toMillis());
    }
    return closed;
  }

  private synchronized ContainerAttempt attempt() {
    return attempt;
  }

  private synchronized Optional<String> missed() {
    return missed;
  }

  private synchronized void setMissed(String what) {
    missed = Optional.of(what);
  }

  private synchronized void endSilentRead() {
    boolean over = silence.isOver();
    boolean fileIsRead = !over && !files.isEmpty() && silence.lastsInRead(END_OF_FILE);
    boolean nothingComes = over && silence.lastsInRead(GIVEN_UP);
    boolean lastWordsAreRead =
        over
            && follows
            && !attempt.ended()
            && (silence.lastsInRead(SILENT) || silence.isOverFor(LAST_WORDS));
    if (nothingComes && (!follows || !files.isEmpty())) { // else the rest is read once more
      missed = Optional.of("the cluster sent nothing for " + GIVEN_UP.toSeconds() + " s");
    }
    if (fileIsRead || nothingComes || lastWordsAreRead) {
      current.ifPresent(LogStream::close);
    }
  }
}
