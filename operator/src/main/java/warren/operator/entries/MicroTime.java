package warren.operator.entries;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as DWS writes them: to the microsecond. */
public final class MicroTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long MICROS_A_SECOND = 1_000_000L;

  private MicroTime() {}

  /** Such as {@code 2026-11-21T10:00:00.000000Z}. */
  public static String text(Instant instant) {
    return FORMAT.format(instant);
  }

  /** The instant a text of RFC 3339 names. */
  public static Instant read(String text) {
    return Instant.parse(text);
  }

  /**
   * A duration in Go's style, rounded down to microseconds, such as {@code 1m0.5s} or {@code 0s}.
   */
  public static String elapsed(Duration duration) {
    long micros = Math.max(0, duration.truncatedTo(ChronoUnit.MICROS).toNanos() / 1_000);
    if (micros == 0) {
      return "0s";
    }
    if (micros < 1_000) {
      return micros + "µs";
    }
    if (micros < MICROS_A_SECOND) {
      return decimal(micros, 1_000) + "ms";
    }
    long minutes = micros / (60 * MICROS_A_SECOND);
    String seconds = decimal(micros % (60 * MICROS_A_SECOND), MICROS_A_SECOND) + "s";
    if (minutes == 0) {
      return seconds;
    }
    return minutes < 60
        ? minutes + "m" + seconds
        : minutes / 60 + "h" + minutes % 60 + "m" + seconds;
  }

  private static String decimal(long value, long unit) {
    String fraction = Long.toString(unit + value % unit).substring(1).replaceAll("0+$", "");
    return value / unit + (fraction.isEmpty() ? "" : "." + fraction);
  }
}
