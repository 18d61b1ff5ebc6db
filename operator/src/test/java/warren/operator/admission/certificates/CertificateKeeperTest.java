package warren.operator.admission.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over the life of several authorities, with a writer that dies wherever it can. */
final class CertificateKeeperTest {
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Lifetimes LIFETIMES = new Lifetimes(Duration.ofDays(24));
  private static final Rotation ROTATION =
      new Rotation("warren-admission.warren-system.svc", LIFETIMES);

  /** A replica or an API server takes notice of a change within this time. */
  private static final Duration LAG = LIFETIMES.notice();

  /** While only serving certificates are renewed, and from then on. */
  private static final int FIRST_DAYS = 48;

  private static final int LAST_DAY = 72;

  /** Something that somebody may still go by. */
  private record Seen<T>(T value, Instant since) {}

  private final List<Seen<Credentials>> served = new ArrayList<>();
  private final List<Seen<String>> trusted = new ArrayList<>();
  private MemoryCustody custody;
  private Instant now;

  @BeforeEach
  void startWithNothing() {
    custody = new MemoryCustody();
    custody.afterWrite(this::take);
    now = T0;
    served.clear();
    trusted.clear();
  }

  @Test
  void fromNothingToOrderInOnePass() {
    keeper().keep();

    Credentials held = custody.held().orElseThrow();
    assertThat(custody.bundle()).contains(held.bundle());
    assertThat(held.serving().validity().end()).isEqualTo(T0.plus(Duration.ofDays(24)));
    assertThat(ROTATION.decide(custody.held(), custody.bundle(), now)).isEqualTo(RotationStep.KEEP);
  }

  @Test
  void whoIsInOrderWritesNothing() {
    keeper().keep();
    int writes = custody.writes();

    keeper().keep();
    assertThat(custody.writes()).isEqualTo(writes);
  }

  /** An authority is replaced: ten writes or more, and death at each of them. */
  @ParameterizedTest(name = "dies at write {0}, which counts: {1}")
  @CsvSource({
    "1, false", "1, true", "2, false", "2, true", "3, false", "3, true", "4, false", "4, true",
    "5, false", "5, true", "6, false", "6, true", "7, false", "7, true", "8, false", "8, true",
    "9, false", "9, true", "10, false", "10, true", "1000, true"
  })
  void whateverIsServedIsTrusted(int write, boolean counts) {
    custody.killAt(write, counts);
    int deaths = 0;
    CertificateKeeper keeper = keeper();
    int day = 0;
    while (day <= LAST_DAY) {
      now = T0.plus(Duration.ofDays(day));
      day += day < FIRST_DAYS ? 16 : 1;
      try {
        keeper.keep();
        checkTrust();
      } catch (MemoryCustody.Death e) {
        deaths++;
        keeper = keeper();
        day = (int) Duration.between(T0, now).toDays() + 1;
      }
    }

    assertThat(deaths).isEqualTo(write == 1000 ? 0 : 1);
    assertThat(custody.writes()).isGreaterThanOrEqualTo(10);
    Credentials held = custody.held().orElseThrow();
    assertThat(held.authority().validity().issued()).isAfter(T0.plus(Duration.ofDays(60)));
    assertThat(ROTATION.decide(custody.held(), custody.bundle(), now)).isEqualTo(RotationStep.KEEP);
  }

  /** The writer was away for so long that everything has expired. */
  @ParameterizedTest
  @CsvSource({"20", "23", "24", "64", "95", "96", "97", "1000"})
  void afterALongAbsenceOneMorePassIsEnough(int days) {
    custody.afterWrite(() -> {});
    keeper().keep();
    now = T0.plus(Duration.ofDays(days));
    keeper().keep();

    Credentials held = custody.held().orElseThrow();
    assertThat(held.serving().validity().holds(now)).isTrue();
    assertThat(held.authority().validity().holds(now)).isTrue();
    assertThat(custody.bundle()).contains(held.bundle());
  }

  @Test
  void aBundleThatSomebodyEditedIsPutRight() {
    keeper().keep();
    Map<String, String> data = custody.secret().orElseThrow().data();
    custody.set(Optional.of(data), Optional.of("nobody"));
    keeper().keep();

    assertThat(custody.secret().orElseThrow().data()).isEqualTo(data);
    assertThat(custody.bundle()).contains(custody.held().orElseThrow().bundle());
  }

  @ParameterizedTest
  @CsvSource({"tls.crt", "tls.key", "ca.crt", "ca.key"})
  void aSecretThatSomebodyDamagedIsMadeAnew(String key) {
    keeper().keep();
    Map<String, String> damaged = new TreeMap<>(custody.secret().orElseThrow().data());
    damaged.remove(key);
    custody.set(Optional.of(damaged), custody.bundle());
    keeper().keep();

    assertThat(custody.bundle()).contains(custody.held().orElseThrow().bundle());
  }

  @Test
  void aSecretThatSomebodyDeletedIsMadeAnew() {
    keeper().keep();
    custody.set(Optional.empty(), custody.bundle());
    keeper().keep();

    assertThat(custody.bundle()).contains(custody.held().orElseThrow().bundle());
  }

  @Test
  void whoMeetsAnotherWriterFailsAndLeavesItsWorkAlone() {
    MemoryCustody raced = new MemoryCustody();
    CertificateKeeper other = new CertificateKeeper(raced, ROTATION, () -> now);
    CertificateKeeper late =
        new CertificateKeeper(new StaleCustody(raced, raced.secret()), ROTATION, () -> now);
    other.keep();
    Optional<Credentials> held = raced.held();

    assertThatThrownBy(late::keep).isInstanceOf(IllegalStateException.class);
    assertThat(raced.held().map(Credentials::bundle)).isEqualTo(held.map(Credentials::bundle));
  }

  private CertificateKeeper keeper() {
    return new CertificateKeeper(custody, ROTATION, () -> now);
  }

  private void take() {
    custody.held().ifPresent(held -> served.add(new Seen<>(held, now)));
    custody.bundle().ifPresent(bundle -> trusted.add(new Seen<>(bundle, now)));
    if (now.isAfter(T0)) {
      checkTrust();
    }
  }

  /** Of all that a replica may still serve, and all that an API server may still trust. */
  private void checkTrust() {
    for (Credentials credentials : possible(served)) {
      for (String bundle : possible(trusted)) {
        if (!bundle.isEmpty()) {
          assertThat(credentials.trustedBy(bundle)).as("on %s", now).isTrue();
        }
        assertThat(credentials.serving().validity().holds(now)).as("on %s", now).isTrue();
      }
    }
  }

  /** The last one, and those that were the last one at some time since now - LAG. */
  private <T> List<T> possible(List<Seen<T>> seen) {
    List<T> possible = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      boolean last = i == seen.size() - 1;
      if (last || seen.get(i + 1).since().isAfter(now.minus(LAG))) {
        possible.add(seen.get(i).value());
      }
    }
    return possible;
  }

  /** Shows a Secret of the past, as a cache may. */
  private record StaleCustody(Custody real, Optional<Kept> secret) implements Custody {
    @Override
    public Optional<String> bundle() {
      return real.bundle();
    }

    @Override
    public void create(Map<String, String> data) {
      real.create(data);
    }

    @Override
    public void replace(Map<String, String> data, String version) {
      real.replace(data, version);
    }

    @Override
    public void trust(String bundle) {
      real.trust(bundle);
    }
  }
}
