package warren.client.logs;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The times of the first two lines of a log file, in nanoseconds since 1970. When the file of a
 * container has another head than before, the kubelet has rotated the log.
 *
 * @param second empty when the file has one line, or a first line of more than {@link #BYTES}
 */
record LogHead(long first, OptionalLong second) {
  /** How much of a file is read for its head. */
  static final int BYTES = 4096;

  LogHead {
    requireNonNull(second, "second");
  }

  /** The head of a file that begins with these bytes; empty when they hold no whole time. */
  static Optional<LogHead> of(byte[] bytes) {
    LogStamp stamps = new LogStamp();
    OptionalLong first = time(bytes, 0, stamps);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int newline = find('\n', bytes, 0);
    return Optional.of(
        new LogHead(
            first.getAsLong(),
            newline < bytes.length ? time(bytes, newline + 1, stamps) : OptionalLong.empty()));
  }

  /** Whether a line of this time is one of the two. */
  boolean has(long time) {
    return time == first || isSecond(time);
  }

  /** Whether a line of this time is the second one. */
  boolean isSecond(long time) {
    return second.isPresent() && time == second.getAsLong();
  }

  private static OptionalLong time(byte[] bytes, int from, LogStamp stamps) {
    int space = find(' ', bytes, from);
    return space < bytes.length ? stamps.read(bytes, from, space) : OptionalLong.empty();
  }

  /** The place of the next such byte; the end of the bytes when there is none. */
  private static int find(char wanted, byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
