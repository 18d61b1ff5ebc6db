package warren.operator.admission.certificates;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The DNS names that a certificate speaks for. */
final class Hosts {
  /** GeneralName's tag of a DNS name (RFC 5280, 4.2.1.6). */
  private static final Integer DNS_NAME = 2;

  private Hosts() {}

  /** Empty when there are none, or when they cannot be read. */
  static List<String> of(X509Certificate certificate) {
    try {
      Collection<List<?>> names =
          Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
      return names.stream()
          .filter(name -> name.getFirst().equals(DNS_NAME))
          .map(name -> name.get(1).toString())
          .toList();
    } catch (CertificateParsingException e) {
      return List.of(); // as good as none: it is replaced
    }
  }
}
