package warren.cli.site;

import io.fabric8.kubernetes.client.Config;
import java.util.function.Supplier;

/**
 * Whose certificates a client of the API server believes. A kubeconfig that names a certificate
 * authority means this one only. The client library would believe all public authorities of the JDK
 * as well, and reading these takes a run most of a tenth of a second.
 */
final class TrustedCertificates {
  /** Read by the client library when a client is made: the file of the public authorities. */
  private static final String PROPERTY = "javax.net.ssl.trustStore";

  /** A path that is no regular file stands for no authority. */
  private static final String NONE = "/dev/null";

  private TrustedCertificates() {}

  /**
   * Makes a client that believes the authority of its kubeconfig; the JDK's where the kubeconfig
   * names none, or where the user has chosen a trust store by the system property.
   */
  static synchronized <T> T only(Config config, Supplier<T> client) {
    boolean hasOwn = config.getCaCertData() != null || config.getCaCertFile() != null;
    if (!hasOwn || System.getProperty(PROPERTY) != null) {
      return client.get();
    }
    System.setProperty(PROPERTY, NONE);
    try {
      return client.get();
    } finally {
      System.clearProperty(PROPERTY);
    }
  }
}
