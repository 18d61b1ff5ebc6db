package warren.cli.cluster;

import java.util.List;
import warren.cli.install.Installation;
import warren.cli.install.RunnerAccess;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.KeptCluster;
import warren.cluster.Progress;

/** The kept cluster with this checkout's Warren in it, ready for {@code warren run}. */
public final class LocalWarren {
  private LocalWarren() {}

  /** Starts what is not running, and brings what is installed up to date. */
  public static Cluster up(Progress progress) {
    Checkout checkout = Checkout.find();
    Cluster cluster = new KeptCluster(checkout).up(progress);
    new Installation(checkout, progress).install(cluster, List.of());
    RunnerAccess.write(cluster);
    return cluster;
  }
}
