package warren.cli.install;

import java.util.List;
import java.util.concurrent.TimeUnit;
import warren.cluster.Cluster;
import warren.cluster.ClusterException;
import warren.cluster.CommandResult;

/**
 * Whether profiles can be written. The operator is ready before the API server has learned where it
 * is to be reached, and until then every write of a profile is refused.
 */
final class ProfileAdmission {
  private static final int TRIES = 60;
  private static final long PAUSE_MILLIS = 500;
  private static final String DENIED = "admission webhook \"profiles.warren.internal\" denied";

  /** Never written: only asked about. */
  private static final String ANY_PROFILE =
      """
      apiVersion: nnf.cray.hpe.com/v1alpha11
      kind: NnfContainerProfile
      metadata:
        name: warren-asks
        namespace: nnf-system
      data:
        spec:
          containers:
          - name: any
            image: any
      """;

  private ProfileAdmission() {}

  /**
   * Waits until the operator answers for profiles, whatever its answer is.
   *
   * @throws ClusterException when it still does not after half a minute, with the API server's
   *     reason
   */
  static void await(Cluster cluster) {
    CommandResult asked = ask(cluster);
    for (int tries = 1; !answered(asked); tries++) {
      if (tries == TRIES) {
        asked.orThrow(
            "the operator does not answer for profiles; see: warren cluster kubectl -n"
                + " warren-system logs deployment/warren-operator");
      }
      pause();
      asked = ask(cluster);
    }
  }

  private static CommandResult ask(Cluster cluster) {
    return cluster.kubectl(List.of("create", "--dry-run=server", "-f", "-"), ANY_PROFILE);
  }

  private static boolean answered(CommandResult asked) {
    return asked.ok() || asked.stderr().contains(DENIED);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while the operator started", e);
    }
  }
}
