package warren.operator.admission.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RotationTest {
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final String HOST = "warren-admission.warren-system.svc";

  /** A certificate of 24 days: an authority of 96, an overlap of three. */
  private static final Lifetimes LIFETIMES = new Lifetimes(Duration.ofDays(24));

  private static final Rotation ROTATION = new Rotation(HOST, LIFETIMES);
  private static final Issuer ISSUER = new Issuer(HOST, LIFETIMES);

  private static final Identity FIRST = ISSUER.authority(T0);
  private static final Identity SECOND = ISSUER.authority(T0.plus(Duration.ofDays(64)));

  /** What the Secret holds, by the day on which its serving certificate was issued. */
  private enum Held {
    ONE_AUTHORITY,
    ONE_WITH_NEXT,
    ONE_WITH_PREVIOUS;

    Credentials issued(int day) {
      Instant at = T0.plus(Duration.ofDays(day));
      return switch (this) {
        case ONE_AUTHORITY ->
            new Credentials(FIRST, Optional.empty(), Optional.empty(), ISSUER.serving(FIRST, at));
        case ONE_WITH_NEXT ->
            new Credentials(
                FIRST, Optional.of(SECOND), Optional.empty(), ISSUER.serving(FIRST, at));
        case ONE_WITH_PREVIOUS ->
            new Credentials(
                SECOND,
                Optional.empty(),
                Optional.of(FIRST.certificate()),
                ISSUER.serving(SECOND, at));
      };
    }
  }

  @ParameterizedTest(name = "{0} issued on day {1}, on day {2} and {3} s: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the serving certificate is replaced when two thirds of its 24 days are over
          ONE_AUTHORITY     | 0  | 0   | 0    | KEEP
          ONE_AUTHORITY     | 0  | 16  | -1   | KEEP
          ONE_AUTHORITY     | 0  | 16  | 0    | RENEW
          ONE_AUTHORITY     | 0  | 16  | 1    | RENEW
          # or when it does not count yet, or no longer
          ONE_AUTHORITY     | 0  | 0   | -300 | KEEP
          ONE_AUTHORITY     | 1  | 1   | -301 | RENEW
          ONE_AUTHORITY     | 0  | 24  | 0    | RENEW
          # the authority's place is taken when two thirds of its 96 days are over
          ONE_AUTHORITY     | 60 | 64  | -1   | KEEP
          ONE_AUTHORITY     | 60 | 64  | 0    | STAGE
          ONE_AUTHORITY     | 60 | 64  | 1    | STAGE
          # the next one signs when it was trusted for three days
          ONE_WITH_NEXT     | 60 | 67  | -1   | KEEP
          ONE_WITH_NEXT     | 60 | 67  | 0    | PROMOTE
          ONE_WITH_NEXT     | 60 | 67  | 1    | PROMOTE
          ONE_WITH_NEXT     | 48 | 64  | 60   | RENEW
          # the previous one is forgotten three days after that
          ONE_WITH_PREVIOUS | 67 | 70  | -1   | KEEP
          ONE_WITH_PREVIOUS | 67 | 70  | 0    | RETIRE
          ONE_WITH_PREVIOUS | 67 | 70  | 1    | RETIRE
          # an authority that does not count is no authority
          ONE_AUTHORITY     | 90 | 96  | -1   | RENEW
          ONE_AUTHORITY     | 90 | 96  | 0    | BEGIN
          ONE_AUTHORITY     | 90 | 96  | 1    | BEGIN
          ONE_AUTHORITY     | 0  | 0   | -301 | BEGIN
          ONE_WITH_NEXT     | 90 | 96  | 0    | PROMOTE
          ONE_WITH_NEXT     | 90 | 160 | 0    | BEGIN
          """)
  void decides(Held held, int issued, int day, int seconds, RotationStep step) {
    Credentials credentials = held.issued(issued);
    Instant now = T0.plus(Duration.ofDays(day)).plusSeconds(seconds);

    assertThat(ROTATION.decide(Optional.of(credentials), Optional.of(credentials.bundle()), now))
        .isEqualTo(step);
  }

  @Test
  void nothingUsableIsABeginning() {
    assertThat(ROTATION.decide(Optional.empty(), Optional.empty(), T0))
        .isEqualTo(RotationStep.BEGIN);
    assertThat(ROTATION.decide(Optional.empty(), Optional.of("any"), T0))
        .isEqualTo(RotationStep.BEGIN);
  }

  @Test
  void aBundleThatIsNotRightComesFirst() {
    Credentials due = Held.ONE_WITH_PREVIOUS.issued(40);
    Instant now = T0.plus(Duration.ofDays(70));

    for (String bundle :
        List.of(
            "", "edited", Held.ONE_AUTHORITY.issued(40).bundle(), due.bundle() + due.bundle())) {
      assertThat(ROTATION.decide(Optional.of(due), Optional.of(bundle), now))
          .isEqualTo(RotationStep.TRUST);
    }
    assertThat(ROTATION.decide(Optional.of(due), Optional.of(due.bundle()), now))
        .isEqualTo(RotationStep.RENEW);
  }

  @ParameterizedTest(name = "told {0} s after a day and a half: {1}")
  @CsvSource({"-43200, TRUST", "-1, TRUST", "0, TRUST", "1, STAGE", "100000, STAGE"})
  void anAuthorityThatTheApiServerWasNotToldOfInTimeIsMadeAnew(int seconds, RotationStep step) {
    Credentials staged = Held.ONE_WITH_NEXT.issued(60);
    Optional<String> untold = Optional.of(Held.ONE_AUTHORITY.issued(60).bundle());
    Instant now = SECOND.validity().issued().plus(LIFETIMES.notice()).plusSeconds(seconds);

    assertThat(ROTATION.decide(Optional.of(staged), untold, now)).isEqualTo(step);
    Credentials anew = ROTATION.after(RotationStep.STAGE, Optional.of(staged), now);
    assertThat(ROTATION.decide(Optional.of(anew), untold, now)).isEqualTo(RotationStep.TRUST);
  }

  /** Who could not say whom the API servers trust must not exchange authorities. */
  @Test
  void withoutAWebhookConfigurationOnlyTheServingCertificateIsReplaced() {
    Optional<Credentials> held = Optional.of(Held.ONE_AUTHORITY.issued(70));

    assertThat(ROTATION.decide(held, Optional.empty(), T0.plus(Duration.ofDays(71))))
        .isEqualTo(RotationStep.KEEP);
    assertThat(ROTATION.decide(held, Optional.empty(), T0.plus(Duration.ofDays(90))))
        .isEqualTo(RotationStep.RENEW);
  }

  @Test
  void aCertificateForAnotherNameIsReplaced() {
    Credentials held = Held.ONE_AUTHORITY.issued(0);

    assertThat(
            new Rotation("another.warren-system.svc", LIFETIMES)
                .decide(Optional.of(held), Optional.of(held.bundle()), T0))
        .isEqualTo(RotationStep.RENEW);
  }

  @ParameterizedTest(name = "day {0} and {1} s: {2}")
  @CsvSource({"8, -1, KEEP", "8, 0, RENEW", "8, 1, RENEW", "32, 0, RENEW"})
  void aShorterLifeCountsForWhatIsThereToo(int day, int seconds, RotationStep step) {
    Credentials held = Held.ONE_AUTHORITY.issued(0);
    Rotation shorter = new Rotation(HOST, new Lifetimes(Duration.ofDays(12)));
    Instant now = T0.plus(Duration.ofDays(day)).plusSeconds(seconds);

    assertThat(shorter.decide(Optional.of(held), Optional.of(held.bundle()), now)).isEqualTo(step);
    Credentials renewed = shorter.after(RotationStep.RENEW, Optional.of(held), now);
    assertThat(shorter.decide(Optional.of(renewed), Optional.of(renewed.bundle()), now))
        .isEqualTo(day < 32 ? RotationStep.KEEP : RotationStep.STAGE);
  }

  @Test
  void theBundleStaysTheSameWhenOneAuthorityTakesTheOthersPlace() {
    Credentials staged = Held.ONE_WITH_NEXT.issued(60);
    Credentials promoted =
        ROTATION.after(RotationStep.PROMOTE, Optional.of(staged), T0.plus(Duration.ofDays(67)));

    assertThat(promoted.bundle()).isEqualTo(staged.bundle());
    assertThat(promoted.authority()).isEqualTo(SECOND);
    assertThat(promoted.previous()).contains(FIRST.certificate());
  }

  @Test
  void aServingCertificateEndsWithItsAuthorityAtTheLatest() {
    assertThat(ISSUER.serving(FIRST, T0.plus(Duration.ofDays(71))).validity().end())
        .isEqualTo(T0.plus(Duration.ofDays(95)));
    assertThat(ISSUER.serving(FIRST, T0.plus(Duration.ofDays(73))).validity().end())
        .isEqualTo(T0.plus(Duration.ofDays(96)));
  }

  @ParameterizedTest
  @EnumSource(names = {"KEEP", "TRUST"})
  void someStepsDoNotChangeTheSecret(RotationStep step) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ROTATION.after(step, Optional.empty(), T0));
  }

  @ParameterizedTest
  @CsvSource({"11, false", "12, true", "31536000, true", "31536001, false"})
  void lifetimesHaveLimits(long seconds, boolean allowed) {
    Duration life = Duration.ofSeconds(seconds);
    if (allowed) {
      assertThat(new Lifetimes(life).pause())
          .isBetween(Duration.ofMillis(400), Duration.ofMinutes(1));
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new Lifetimes(life));
    }
  }
}
