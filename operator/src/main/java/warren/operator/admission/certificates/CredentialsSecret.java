package warren.operator.admission.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@code data} of the Secret that holds the credentials: PEM texts in Base64, under {@code
 * tls.crt}, {@code tls.key}, {@code ca.crt}, {@code ca.key} and, while an authority takes another's
 * place, {@code next-ca.crt}, {@code next-ca.key} or {@code previous-ca.crt}.
 */
public final class CredentialsSecret {
  private static final String SERVING = "tls";
  private static final String AUTHORITY = "ca";
  private static final String NEXT = "next-ca";
  private static final String PREVIOUS = "previous-ca";
  private static final String CERTIFICATE = ".crt";
  private static final String KEY = ".key";

  private CredentialsSecret() {}

  static Map<String, String> write(Credentials credentials) {
    Map<String, String> data = new TreeMap<>();
    write(data, SERVING, credentials.serving());
    write(data, AUTHORITY, credentials.authority());
    credentials.next().ifPresent(next -> write(data, NEXT, next));
    credentials
        .previous()
        .ifPresent(previous -> data.put(PREVIOUS + CERTIFICATE, base64(Pem.of(previous))));
    return data;
  }

  /** Empty when not all of it can be used: then all of it has to be made anew. */
  public static Optional<Credentials> read(Map<String, String> data) {
    try {
      Identity authority = identity(data, AUTHORITY);
      Identity serving = identity(data, SERVING);
      serving.certificate().verify(authority.certificate().getPublicKey());
      return Optional.of(
          new Credentials(
              authority,
              data.containsKey(NEXT + CERTIFICATE)
                  ? Optional.of(identity(data, NEXT))
                  : Optional.empty(),
              data.containsKey(PREVIOUS + CERTIFICATE)
                  ? Optional.of(certificate(data, PREVIOUS))
                  : Optional.empty(),
              serving));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // What is wrong with it does not matter, and no word about a key belongs into a log.
      return Optional.empty();
    }
  }

  private static void write(Map<String, String> data, String name, Identity identity) {
    data.put(name + CERTIFICATE, base64(Pem.of(identity.certificate())));
    data.put(name + KEY, base64(Pem.of(identity.key())));
  }

  private static Identity identity(Map<String, String> data, String name)
      throws GeneralSecurityException {
    Identity identity = new Identity(certificate(data, name), Pem.key(text(data, name + KEY)));
    KeyPairs.checkPair(identity.certificate().getPublicKey(), identity.key());
    return identity;
  }

  private static X509Certificate certificate(Map<String, String> data, String name)
      throws GeneralSecurityException {
    return Pem.certificate(text(data, name + CERTIFICATE));
  }

  private static String text(Map<String, String> data, String key) {
    return new String(Base64.getDecoder().decode(data.getOrDefault(key, "")), US_ASCII);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
  }
}
