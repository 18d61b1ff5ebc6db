package warren.operator.admission.certificates;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate and its key.
 *
 * @param certificate an authority's own, or one that the operator shows to who calls it
 */
public record Identity(X509Certificate certificate, PrivateKey key) {
  public Identity {
    requireNonNull(certificate, "certificate");
    requireNonNull(key, "key");
  }

  Validity validity() {
    return Validity.of(certificate);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return certificate.getSubjectX500Principal() + " until " + validity().end();
  }
}
