package warren.operator.admission.certificates;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * When a certificate counts.
 *
 * @param start the first instant; {@link #BACKDATED} before it was issued
 * @param end no longer from this instant on
 */
record Validity(Instant start, Instant end) {
  /** How much earlier than it was issued a certificate begins, for clocks that are behind. */
  static final Duration BACKDATED = Duration.ofMinutes(5);

  static Validity of(X509Certificate certificate) {
    return new Validity(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  /** Of a certificate that is issued now, and lives this long from now on. */
  static Validity from(Instant now, Duration life) {
    return new Validity(now.minus(BACKDATED), now.plus(life));
  }

  Instant issued() {
    return start.plus(BACKDATED);
  }

  boolean holds(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }

  /**
   * When it is to be replaced: two thirds of its life are over then.
   *
   * @param longest the life that it would get today, where that is shorter
   */
  Instant due(Duration longest) {
    Duration life = Duration.between(issued(), end);
    Duration counted = life.compareTo(longest) < 0 ? life : longest;
    return issued().plus(counted.multipliedBy(2).dividedBy(3));
  }
}
