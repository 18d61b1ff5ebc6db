package warren.operator.admission.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of a test's own and what it signed. */
public record TestIdentities(Identity authority, Identity serving) {
  /** Valid now, for this name. */
  public static TestIdentities make(String host) {
    Issuer issuer = new Issuer(host, new Lifetimes(Duration.ofDays(1)));
    Identity authority = issuer.authority(Clock.systemUTC().instant());
    return new TestIdentities(authority, issuer.serving(authority, Clock.systemUTC().instant()));
  }

  /** A context that trusts this authority and no other. */
  public SSLContext trustingContext() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("authority", authority.certificate());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
