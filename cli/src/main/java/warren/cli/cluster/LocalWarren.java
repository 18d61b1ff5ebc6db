package warren.cli.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import warren.cli.install.Installation;
import warren.cli.install.RunnerAccess;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.KeptCluster;
import warren.cluster.Progress;

/** The kept cluster with this checkout's Warren in it, ready for {@code warren run}. */
public final class LocalWarren {
  private LocalWarren() {}

  /** The site file of the kept cluster, whether it is there or not; empty outside a checkout. */
  public static Optional<Path> siteFile() {
    return Optional.ofNullable(System.getProperty(Checkout.PROPERTY))
        .map(home -> new KeptCluster(new Checkout(Path.of(home))).stateDirectory())
        .map(RunnerAccess::siteFile);
  }

  /** Starts what is not running, and brings what is installed up to date. */
  public static Cluster up(Progress progress) {
    Checkout checkout = Checkout.find();
    Cluster cluster = new KeptCluster(checkout).up(progress);
    new Installation(checkout, progress).install(cluster, List.of());
    RunnerAccess.write(cluster);
    return cluster;
  }
}
