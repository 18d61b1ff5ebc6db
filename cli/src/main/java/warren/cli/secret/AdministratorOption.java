package warren.cli.secret;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import warren.cli.site.AdministratorAccess;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.KeptCluster;

/** Which cluster, and with whose rights: never those of {@code warren run}. */
final class AdministratorOption {
  @Option(
      names = AdministratorAccess.OPTION,
      paramLabel = "FILE",
      description =
          "Your kubeconfig; else the one in $KUBECONFIG, else the local cluster's, else"
              + " ~/.kube/config.")
  private Path kubeconfig;

  /**
   * Connects.
   *
   * @param local the local cluster, when it runs
   */
  AdministratorAccess open(Optional<Cluster> local) {
    return AdministratorAccess.open(
        AdministratorAccess.find(
            Optional.ofNullable(kubeconfig),
            System.getenv(),
            local.map(Cluster::kubeconfigFile),
            Path.of(System.getProperty("user.home"))));
  }

  /** The local cluster, when it is what the command is about and runs; empty outside a checkout. */
  Optional<Cluster> local() {
    return kubeconfig != null || named(System.getenv())
        ? Optional.empty()
        : Optional.ofNullable(System.getProperty(Checkout.PROPERTY))
            .flatMap(home -> new KeptCluster(new Checkout(Path.of(home))).find());
  }

  private static boolean named(Map<String, String> environment) {
    return !environment.getOrDefault(AdministratorAccess.VARIABLE, "").isEmpty();
  }
}
