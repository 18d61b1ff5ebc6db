package warren.operator.admission.certificates;

import java.time.Instant;
import java.util.Optional;

/**
 * When which certificate is replaced.
 *
 * <p>No certificate is served before the API server trusts its authority, and no authority is
 * forgotten before nobody serves a certificate of it. So whoever writes may die between any two
 * steps: the next one decides by what is there.
 */
public final class Rotation {
  private final String host;
  private final Lifetimes lifetimes;
  private final Issuer issuer;

  /**
   * @param host the DNS name by which the API server calls the operator
   */
  public Rotation(String host, Lifetimes lifetimes) {
    this.host = host;
    this.lifetimes = lifetimes;
    this.issuer = new Issuer(host, lifetimes);
  }

  /**
   * What to do next.
   *
   * @param held what the Secret holds; empty when there is none, or nothing usable in it
   * @param bundle the {@code caBundle} that the API server goes by, as PEM text; empty when there
   *     is no webhook configuration
   */
  public RotationStep decide(Optional<Credentials> held, Optional<String> bundle, Instant now) {
    if (held.isEmpty()) {
      return RotationStep.BEGIN;
    }
    Credentials credentials = held.get();
    if (!credentials.authority().validity().holds(now)) {
      return credentials.next().filter(next -> next.validity().holds(now)).isPresent()
          ? RotationStep.PROMOTE
          : RotationStep.BEGIN;
    }
    if (bundle.isPresent() && !bundle.get().equals(credentials.bundle())) {
      return isLate(credentials, bundle.get(), now) ? RotationStep.STAGE : RotationStep.TRUST;
    }
    if (isDue(credentials.serving(), now)) {
      return RotationStep.RENEW;
    }
    // Without a webhook configuration nobody says what the API servers trust.
    return bundle.isPresent() ? succession(credentials, now) : RotationStep.KEEP;
  }

  /**
   * Whether the next authority would sign before it was trusted for long enough: its writer died
   * before it made it known, or somebody edited the bundle. It has signed nothing, so another takes
   * its place.
   */
  private boolean isLate(Credentials credentials, String bundle, Instant now) {
    return credentials
        .next()
        .filter(next -> !bundle.contains(Pem.of(next.certificate())))
        .map(next -> next.validity().issued().plus(lifetimes.notice()))
        .filter(last -> now.isAfter(last))
        .isPresent();
  }

  /** One authority after the other: the bundle is known to be right. */
  private RotationStep succession(Credentials credentials, Instant now) {
    if (credentials.previous().isPresent()) {
      return isOver(credentials.serving(), now) ? RotationStep.RETIRE : RotationStep.KEEP;
    }
    if (credentials.next().isPresent()) {
      return isOver(credentials.next().get(), now) ? RotationStep.PROMOTE : RotationStep.KEEP;
    }
    return now.isBefore(credentials.authority().validity().due(lifetimes.authority()))
        ? RotationStep.KEEP
        : RotationStep.STAGE;
  }

  private boolean isDue(Identity serving, Instant now) {
    Validity validity = serving.validity();
    return !validity.holds(now)
        || !now.isBefore(validity.due(lifetimes.certificate()))
        || !Hosts.of(serving.certificate()).contains(host);
  }

  /** Whether the overlap that began when this was issued has ended. */
  private boolean isOver(Identity identity, Instant now) {
    return !now.isBefore(identity.validity().issued().plus(lifetimes.overlap()));
  }

  /**
   * What the Secret is to hold after a step that changes it.
   *
   * @throws IllegalArgumentException for {@link RotationStep#KEEP} and {@link RotationStep#TRUST},
   *     which do not
   */
  Credentials after(RotationStep step, Optional<Credentials> held, Instant now) {
    return switch (step) {
      case BEGIN -> begin(now);
      case RENEW -> renew(held.orElseThrow(), now);
      case STAGE -> stage(held.orElseThrow(), now);
      case PROMOTE -> promote(held.orElseThrow(), now);
      case RETIRE -> retire(held.orElseThrow());
      case KEEP, TRUST -> throw new IllegalArgumentException(step + " does not change the Secret");
    };
  }

  private Credentials begin(Instant now) {
    Identity authority = issuer.authority(now);
    return new Credentials(
        authority, Optional.empty(), Optional.empty(), issuer.serving(authority, now));
  }

  private Credentials renew(Credentials held, Instant now) {
    return new Credentials(
        held.authority(), held.next(), held.previous(), issuer.serving(held.authority(), now));
  }

  private Credentials stage(Credentials held, Instant now) {
    return new Credentials(
        held.authority(), Optional.of(issuer.authority(now)), held.previous(), held.serving());
  }

  private Credentials promote(Credentials held, Instant now) {
    Identity next = held.next().orElseThrow();
    return new Credentials(
        next,
        Optional.empty(),
        Optional.of(held.authority().certificate()),
        issuer.serving(next, now));
  }

  private static Credentials retire(Credentials held) {
    return new Credentials(held.authority(), held.next(), Optional.empty(), held.serving());
  }
}
