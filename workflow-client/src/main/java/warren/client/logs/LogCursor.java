package warren.client.logs;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * How far the log of one attempt has been read. The cursor takes the text of several reads. A read
 * may repeat what an earlier one had, and may end in the middle of a line. Each byte of the log is
 * written once, without the times that the kubelet puts before lines.
 *
 * <p>One thread reads. Others may ask how far it has come; they do not wait for a slow write.
 */
final class LogCursor {
  /**
   * How many of the last lines are recognized by their times. Standard output and standard error
   * can swap the times of neighbouring lines, but not over so many lines.
   */
  private static final int REMEMBERED = 1024;

  /** How much later, in nanoseconds, a line must be to follow every line that is known. */
  private static final long CLEARLY_LATER = 1_000_000_000L;

  /** What a log file has beside the text of each line: time, stream and tag, in bytes. */
  private static final int OVERHEAD = 40;

  /** No time is longer, in bytes. */
  private static final int LONGEST_STAMP = 48;

  /** How much of a message of the kubelet is reported, in bytes. */
  private static final int MESSAGE = 200;

  private enum Place {
    STAMP,
    KNOWN_TEXT,
    NEW_TEXT
  }

  private final OutputStream out;
  private final LogStamp stamps = new LogStamp();
  private final Deque<Long> recent = new ArrayDeque<>();
  private final AtomicLong bytes = new AtomicLong();
  private long newest = Long.MIN_VALUE;
  private long oldest;
  private long firstSecond;
  private long forgotten = Long.MIN_VALUE;

  // The last line that was written.
  private long line;
  private long lineBytes;
  private boolean lineOpen;

  // The current read.
  private final byte[] stamp = new byte[LONGEST_STAMP];
  private final Map<Long, Integer> expected = new HashMap<>();
  private Place place = Place.STAMP;
  private int stampBytes;
  private boolean firstLine = true;
  private boolean restIsKnown = true;
  private long repeated;

  /** A cursor at the beginning of a log, which is written to {@code out}. */
  LogCursor(OutputStream out) {
    this.out = new BufferedOutputStream(requireNonNull(out, "out"), 1 << 16);
  }

  /** How many bytes of the log are written. */
  long bytes() {
    return bytes.get();
  }

  /** Whether the last line has no end. */
  synchronized boolean endsInLine() {
    return lineOpen;
  }

  /** The time from which the next read misses nothing; empty at the beginning of the log. */
  synchronized Optional<Instant> since() {
    return newest == Long.MIN_VALUE ? Optional.empty() : Optional.of(LogStamp.secondOf(newest));
  }

  /**
   * Whether a file of so many bytes may have been written between {@code started} and the first
   * line that was read, at the speed of the second that followed.
   */
  synchronized boolean mayFollow(long unread, Instant started) {
    double seconds = (oldest - LogStamp.nanos(started)) / 1e9;
    return newest != Long.MIN_VALUE && seconds * firstSecond >= unread;
  }

  /** Whether lines of the file with this head, or of a later file, are written. */
  synchronized boolean hasReached(LogHead head) {
    return head.first() <= forgotten
        || newest > head.first() + CLEARLY_LATER / 10
        || recent.stream().anyMatch(head::has);
  }

  /** Adds a line of this time to those that are known. */
  synchronized void remember(long time) {
    recent.addLast(time);
    newest = Math.max(newest, time);
    if (recent.size() > REMEMBERED) {
      forgotten = Math.max(forgotten, recent.removeFirst());
    }
  }

  /**
   * Begins another read, which may repeat what is known.
   *
   * @param newFile whether the read is of a file of which no line is written but those that are
   *     remembered. A rotation can cut a line; its rest, in the new file, can have an earlier time
   *     than its begin, for the runtime writes the begin last
   */
  synchronized void begin(boolean newFile) {
    restIsKnown = !newFile;
    place = Place.STAMP;
    stampBytes = 0;
    firstLine = true;
    repeated = 0;
    expected.clear();
    recent.forEach(known -> expected.merge(known, 1, Integer::sum));
  }

  /**
   * Takes the next bytes of the current read.
   *
   * @param stop whether the read ends before a line of this time
   * @return false when {@code stop} has ended the read
   * @throws LogSinkException when the log cannot be written
   * @throws IOException when the kubelet has put an error's text where a line should begin
   */
  boolean take(byte[] buffer, int count, LongPredicate stop) throws IOException {
    try {
      return taken(buffer, count, stop);
    } finally {
      flush();
    }
  }

  private boolean taken(byte[] buffer, int count, LongPredicate stop) throws IOException {
    int at = 0;
    while (at < count) {
      if (place == Place.STAMP) {
        byte next = buffer[at++];
        if (next != ' ' && next != '\n' && stampBytes < LONGEST_STAMP) {
          stamp[stampBytes++] = next;
          continue;
        }
        OptionalLong time = next == ' ' ? stamps.read(stamp, 0, stampBytes) : OptionalLong.empty();
        if (time.isEmpty()) {
          place = withoutTime(buffer, at, count);
        } else if (!beginLine(time.getAsLong(), stop)) {
          return false;
        }
        firstLine = false;
        stampBytes = 0;
        if (next == '\n') {
          place = Place.STAMP;
        }
      } else {
        int end = lineEnd(buffer, at, count);
        if (place == Place.NEW_TEXT) {
          write(buffer, at, end);
        }
        if (buffer[end - 1] == '\n') {
          place = Place.STAMP;
        }
        at = end;
      }
    }
    return true;
  }

  private static int lineEnd(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    return to;
  }

  /** A read from a certain second may begin in a line that began before and is written already. */
  private Place withoutTime(byte[] buffer, int at, int count) throws IOException {
    if (firstLine && newest != Long.MIN_VALUE) {
      return Place.KNOWN_TEXT;
    }
    throw new IOException(
        "the kubelet reports: "
            + new String(stamp, 0, stampBytes, StandardCharsets.UTF_8)
            + " "
            + new String(buffer, at, Math.min(count - at, MESSAGE), StandardCharsets.UTF_8));
  }

  /** In one step: whoever holds this cursor's lock sees the line before or behind the stop. */
  private synchronized boolean beginLine(long time, LongPredicate stop) {
    if (stop.test(time)) {
      return false;
    }
    place = placeOf(time);
    return true;
  }

  private Place placeOf(long time) {
    if (!expected.isEmpty()) {
      if (expected.containsKey(time)) {
        expected.computeIfPresent(time, (key, times) -> times == 1 ? null : times - 1);
        if (lineOpen && time == line) {
          repeated = lineBytes;
          return Place.NEW_TEXT;
        }
        return Place.KNOWN_TEXT;
      }
      // The rest of a line that a rotation has cut has a time of its own in the new file.
      if (time <= forgotten || (firstLine && restIsKnown && time <= newest)) {
        return Place.KNOWN_TEXT;
      }
      if (time > newest + CLEARLY_LATER) {
        expected.clear();
      }
    }
    if (newest == Long.MIN_VALUE) {
      oldest = time;
    }
    if (time < oldest + CLEARLY_LATER) {
      firstSecond += OVERHEAD;
    }
    remember(time);
    line = time;
    lineBytes = 0;
    lineOpen = true;
    return Place.NEW_TEXT;
  }

  private void write(byte[] buffer, int at, int end) throws LogSinkException {
    int from = at + (int) Math.min(repeated, end - at);
    repeated -= from - at;
    if (from == end) {
      return;
    }
    try {
      out.write(buffer, from, end - from);
    } catch (IOException failed) {
      throw new LogSinkException(failed);
    }
    bytes.addAndGet(end - from);
    lineBytes += end - from;
    if (line < oldest + CLEARLY_LATER) {
      firstSecond += end - from;
    }
    setLineOpen(buffer[end - 1] != '\n');
  }

  private synchronized void setLineOpen(boolean open) {
    lineOpen = open;
  }

  private void flush() throws LogSinkException {
    try {
      out.flush();
    } catch (IOException failed) {
      throw new LogSinkException(failed);
    }
  }
}
