package warren.client.logs;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Reads the time that the kubelet writes before each line of a log, in nanoseconds since 1970. The
 * lines of a busy log share their second, so a date is parsed only when the second changes.
 */
final class LogStamp {
  /** The length of a date with seconds, such as {@code 2026-11-30T13:42:09}. */
  private static final int TO_SECONDS = 19;

  private static final int NANO_DIGITS = 9;
  private static final long SECOND = 1_000_000_000L;

  /** The last date that was parsed, and its zone. */
  private byte[] date = {};

  private byte[] zone = {};
  private long epochSecond;

  /** The time in {@code bytes} between these places; empty where the bytes are no time. */
  OptionalLong read(byte[] bytes, int from, int to) {
    int at = from + TO_SECONDS;
    if (to <= at) {
      return OptionalLong.empty();
    }
    long nanos = 0;
    if (bytes[at] == '.') {
      int digits = 0;
      for (at++; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
        nanos = nanos * 10 + (bytes[at] - '0');
        digits++;
      }
      if (digits == 0 || digits > NANO_DIGITS) {
        return OptionalLong.empty();
      }
      for (; digits < NANO_DIGITS; digits++) {
        nanos *= 10;
      }
    }
    boolean known =
        Arrays.equals(bytes, from, from + TO_SECONDS, date, 0, date.length)
            && Arrays.equals(bytes, at, to, zone, 0, zone.length);
    return known || parse(bytes, from, at, to)
        ? OptionalLong.of(epochSecond * SECOND + nanos)
        : OptionalLong.empty();
  }

  private boolean parse(byte[] bytes, int from, int zoneFrom, int to) {
    byte[] newDate = Arrays.copyOfRange(bytes, from, from + TO_SECONDS);
    byte[] newZone = Arrays.copyOfRange(bytes, zoneFrom, to);
    try {
      epochSecond = OffsetDateTime.parse(text(newDate) + text(newZone)).toEpochSecond();
    } catch (DateTimeException noTime) {
      return false; // the caller decides what a line without a time is
    }
    date = newDate;
    zone = newZone;
    return true;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A time as nanoseconds since 1970. */
  static long nanos(Instant time) {
    return time.getEpochSecond() * SECOND + time.getNano();
  }

  /** The beginning of a time's second: the API server takes nothing finer. */
  static Instant secondOf(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND));
  }
}
