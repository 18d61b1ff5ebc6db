package warren.operator.admission.certificates;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is kept of the operator's certificates.
 *
 * @param authority signed the serving certificate, and signs the next ones
 * @param next an authority that is trusted already and signs nothing yet
 * @param previous the authority before this one, trusted for a while still
 * @param serving what the operator shows to who calls it
 */
public record Credentials(
    Identity authority,
    Optional<Identity> next,
    Optional<X509Certificate> previous,
    Identity serving) {
  public Credentials {
    requireNonNull(authority, "authority");
    requireNonNull(next, "next");
    requireNonNull(previous, "previous");
    requireNonNull(serving, "serving");
  }

  /**
   * The text of {@code caBundle}: every authority, in the order of their age, so that one which
   * takes another's place does not change it.
   */
  public String bundle() {
    return trusted()
        .sorted(Comparator.comparing(X509Certificate::getNotBefore))
        .map(Pem::of)
        .collect(Collectors.joining());
  }

  /** Whether who trusts this bundle trusts the serving certificate. */
  public boolean trustedBy(String bundle) {
    return bundle.contains(Pem.of(authority.certificate()));
  }

  private Stream<X509Certificate> trusted() {
    return Stream.of(
            List.of(authority.certificate()),
            next.map(Identity::certificate).stream().toList(),
            previous.stream().toList())
        .flatMap(List::stream);
  }
}
