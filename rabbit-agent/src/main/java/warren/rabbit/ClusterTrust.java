package warren.rabbit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes HTTP clients that trust the cluster's own authority, and no other. */
final class ClusterTrust {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private ClusterTrust() {}

  /**
   * A client that trusts what is in the file now.
   *
   * @param authority certificates in PEM
   */
  static HttpClient client(Path authority) {
    try (InputStream pem = Files.newInputStream(authority)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("authority-" + number++, one);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .sslContext(context)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + authority, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no certificates in " + authority, e);
    }
  }
}
