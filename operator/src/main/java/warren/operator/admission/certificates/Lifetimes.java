package warren.operator.admission.certificates;

import java.time.Duration;

/**
 * How long things last; all follow from the life of a serving certificate.
 *
 * @param certificate from issue to end; each is replaced when two thirds are over
 */
public record Lifetimes(Duration certificate) {
  /** Below this, replacing would not keep up with expiry. */
  public static final Duration SHORTEST = Duration.ofSeconds(12);

  /** Above this, keys would get old. */
  public static final Duration LONGEST = Duration.ofDays(365);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  public Lifetimes {
    if (certificate.compareTo(SHORTEST) < 0 || certificate.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a certificate lives from 12 seconds to 365 days");
    }
  }

  /**
   * Of an authority. A third of it is more than a certificate's life: what an authority signs
   * before its own replacement never outlives it.
   */
  Duration authority() {
    return certificate.multipliedBy(4);
  }

  /**
   * From when a new authority is made until it signs, and how long the old one is trusted
   * afterwards: at least twice the {@link #notice}, and less than the third of a certificate's life
   * by which an authority's last third is longer.
   */
  Duration overlap() {
    return certificate.dividedBy(8);
  }

  /** Time enough for every API server and every replica to take notice of a change. */
  Duration notice() {
    return overlap().dividedBy(2);
  }

  /** How often to look whether something is due. */
  public Duration pause() {
    Duration pause = certificate.dividedBy(30);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
