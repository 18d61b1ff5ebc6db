package warren.profile.catalog;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import warren.api.SystemConfiguration;

/** The machine as a cluster tells it. */
public final class MachineCatalog {
  private MachineCatalog() {}

  /**
   * The SystemConfiguration that counts, asked now; empty when the cluster has none. A request that
   * fails is a {@link io.fabric8.kubernetes.client.KubernetesClientException}, for the caller to
   * tell or to try again.
   */
  public static Optional<SystemConfiguration> system(KubernetesClient client) {
    return Optional.ofNullable(
        client
            .resources(SystemConfiguration.class)
            .inNamespace(SystemConfiguration.DEFAULT)
            .withName(SystemConfiguration.DEFAULT)
            .get());
  }
}
