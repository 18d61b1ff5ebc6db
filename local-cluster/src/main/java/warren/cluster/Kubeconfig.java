package warren.cluster;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ConfigBuilder;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Turns the server's own kubeconfig into one for this machine. */
final class Kubeconfig {
  private Kubeconfig() {}

  /**
   * The same credentials for another address.
   *
   * @param yaml what k3s wrote: one cluster, one user, one context
   * @param name of cluster, user and context in the result, so that it can be merged with others
   * @param server such as {@code https://localhost:32768}
   * @throws IllegalArgumentException when the text is not such a kubeconfig
   */
  static String forThisMachine(String yaml, String name, String server) {
    Config config = Serialization.unmarshal(yaml, Config.class);
    if (config == null || config.getClusters().size() != 1 || config.getUsers().size() != 1) {
      throw new IllegalArgumentException("not a kubeconfig with one cluster and one user");
    }
    NamedCluster cluster = config.getClusters().getFirst();
    cluster.getCluster().setServer(server);
    return Serialization.asYaml(
        new ConfigBuilder()
            .withKind("Config")
            .withApiVersion("v1")
            .addNewCluster()
            .withName(name)
            .withCluster(cluster.getCluster())
            .endCluster()
            .addNewUser()
            .withName(name)
            .withUser(config.getUsers().getFirst().getUser())
            .endUser()
            .addNewContext()
            .withName(name)
            .withNewContext()
            .withCluster(name)
            .withUser(name)
            .endContext()
            .endContext()
            .withCurrentContext(name)
            .build());
  }
}
