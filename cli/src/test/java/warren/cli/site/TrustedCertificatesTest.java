package warren.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class TrustedCertificatesTest {
  @Test
  void aKubeconfigThatNamesItsAuthorityMeansThisOneOnly() throws GeneralSecurityException {
    X509Certificate own = publicAuthorities().getFirst();
    Config config = Config.empty();
    config.setCaCertData(Base64.getEncoder().encodeToString(own.getEncoded()));

    assertThat(believed(config)).containsExactly(own);
    assertThat(System.getProperty("javax.net.ssl.trustStore")).isNull();
  }

  @Test
  void withoutAnAuthorityOfItsOwnThePublicOnesAreBelieved() throws GeneralSecurityException {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl("https://site.example").build();

    assertThat(believed(config)).hasSizeGreaterThan(1).containsAll(publicAuthorities());
  }

  /** As the client library sees to it while a client is made. */
  private static List<X509Certificate> believed(Config config) {
    return TrustedCertificates.only(
        config,
        () -> {
          try {
            return Stream.of(SSLUtils.trustManagers(config))
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .toList();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static List<X509Certificate> publicAuthorities() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Stream.of(factory.getTrustManagers())
        .map(X509TrustManager.class::cast)
        .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
        .toList();
  }
}
