package warren.rabbit;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures: twice as long after each, up to a limit, and never exactly, so
 * that many agents do not come back at once.
 *
 * @param first about how long after the first failure
 * @param longest never more than this
 * @param random numbers from 0 to 1
 */
record Pauses(Duration first, Duration longest, DoubleSupplier random) {
  private static final int MOST_DOUBLINGS = 20;

  Pauses {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("pauses grow from " + first + " to " + longest);
    }
  }

  /**
   * The pause after so many failures in a row: between half and all of the doubled one.
   *
   * @param failures at least 1
   */
  Duration after(int failures) {
    Duration full = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    long most = Math.min(full.toMillis(), longest.toMillis());
    return Duration.ofMillis(Math.round(most * (0.5 + random.getAsDouble() / 2)));
  }
}
