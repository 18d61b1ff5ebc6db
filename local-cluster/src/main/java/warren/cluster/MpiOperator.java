package warren.cluster;

import java.util.List;

/** Kubeflow's mpi-operator in a cluster. */
final class MpiOperator {
  private static final String NAME = "mpi-operator";

  private final Cluster cluster;

  MpiOperator(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Applies its manifest and returns when it is available. Server-side, for its CRD is larger than
   * an annotation.
   */
  void install(String manifest) {
    cluster
        .kubectl(List.of("apply", "--server-side", "--force-conflicts", "-f", "-"), manifest)
        .orThrow("The manifest of the mpi-operator was refused");
    new Readiness(cluster).awaitDeployment(NAME, NAME);
  }
}
