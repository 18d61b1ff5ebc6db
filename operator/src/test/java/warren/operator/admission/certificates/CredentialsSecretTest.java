package warren.operator.admission.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CredentialsSecretTest {
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Issuer ISSUER =
      new Issuer("warren-admission.warren-system.svc", new Lifetimes(Duration.ofDays(90)));
  private static final Identity AUTHORITY = ISSUER.authority(T0);
  private static final Credentials PLAIN =
      new Credentials(AUTHORITY, Optional.empty(), Optional.empty(), ISSUER.serving(AUTHORITY, T0));
  private static final Credentials IN_ROTATION =
      new Credentials(
          AUTHORITY,
          Optional.of(ISSUER.authority(T0)),
          Optional.of(ISSUER.authority(T0).certificate()),
          ISSUER.serving(AUTHORITY, T0));

  @Test
  void whatIsWrittenReadsBackTheSame() {
    assertThat(CredentialsSecret.read(CredentialsSecret.write(PLAIN))).contains(PLAIN);
    assertThat(CredentialsSecret.read(CredentialsSecret.write(IN_ROTATION))).contains(IN_ROTATION);
  }

  @Test
  void theKeysAreThoseThatPeopleKnow() {
    assertThat(CredentialsSecret.write(PLAIN))
        .containsOnlyKeys("ca.crt", "ca.key", "tls.crt", "tls.key");
    assertThat(CredentialsSecret.write(IN_ROTATION))
        .containsOnlyKeys(
            "ca.crt",
            "ca.key",
            "next-ca.crt",
            "next-ca.key",
            "previous-ca.crt",
            "tls.crt",
            "tls.key");
  }

  /** Whatever somebody did to it: never half of it is used, and never an exception. */
  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tls.crt         | ''
          tls.key         | ''
          ca.crt          | ''
          ca.key          | ''
          tls.key         | no base64!
          tls.key         | bm8gUEVN
          tls.crt         | bm8gUEVN
          next-ca.key     | bm8gUEVN
          previous-ca.crt | bm8gUEVN
          next-ca.key     | ''
          tls.key         | ca.key
          tls.crt         | ca.crt
          ca.crt          | next-ca.crt
          """)
  void whatIsDamagedIsNotUsed(String key, String value) {
    Map<String, String> data = new TreeMap<>(CredentialsSecret.write(IN_ROTATION));
    data.put(key, data.getOrDefault(value, value));

    assertThat(CredentialsSecret.read(data)).isEmpty();
  }

  @Test
  void aServingCertificateOfAnotherAuthorityIsNotUsed() {
    Identity other = ISSUER.authority(T0);
    Credentials mixed =
        new Credentials(AUTHORITY, Optional.empty(), Optional.empty(), ISSUER.serving(other, T0));

    assertThat(CredentialsSecret.read(CredentialsSecret.write(mixed))).isEmpty();
  }

  @Test
  void nothingIsNothing() {
    assertThat(CredentialsSecret.read(Map.of())).isEmpty();
  }

  @Test
  void noKeyIsInAnyText() {
    Map<String, String> data = CredentialsSecret.write(IN_ROTATION);
    String texts = IN_ROTATION + " " + new Custody.Kept(data, "7");

    assertThat(texts).contains("CN=warren-admission-ca-", "Secret of version 7");
    assertThat(texts).doesNotContain("PRIVATE").doesNotContain(data.get("tls.key"));
    assertThat(new String(Base64.getDecoder().decode(data.get("tls.key")), US_ASCII))
        .startsWith("-----BEGIN PRIVATE KEY-----");
  }
}
