package warren.cluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Knows when a cluster, or a Deployment in it, can be used. */
final class Readiness {
  /** Ten times what it takes on two idle cores. */
  private static final long SECONDS = 120;

  private final Cluster cluster;

  Readiness(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Returns when all nodes are Ready, pods can be created in {@code default} and names resolve.
   *
   * @throws ClusterException when that does not come
   */
  void await() {
    try (KubernetesClient client = cluster.client()) {
      for (Member node : Member.nodes()) {
        within(
            "Node " + node.id() + " is not Ready",
            () ->
                client
                    .nodes()
                    .withName(node.id())
                    .waitUntilCondition(Readiness::ready, SECONDS, TimeUnit.SECONDS));
      }
      within(
          "Namespace default has no ServiceAccount",
          () ->
              client
                  .serviceAccounts()
                  .inNamespace("default")
                  .withName("default")
                  .waitUntilCondition(Objects::nonNull, SECONDS, TimeUnit.SECONDS));
    }
    awaitDeployment("kube-system", "coredns");
  }

  /**
   * Returns when the Deployment has a pod that is ready.
   *
   * @throws ClusterException when that does not come
   */
  void awaitDeployment(String namespace, String name) {
    try (KubernetesClient client = cluster.client()) {
      within(
          "Deployment " + namespace + "/" + name + " is not available",
          () ->
              client
                  .apps()
                  .deployments()
                  .inNamespace(namespace)
                  .withName(name)
                  .waitUntilCondition(Readiness::available, SECONDS, TimeUnit.SECONDS));
    }
  }

  /** Gives the nodes some time to become Ready; whether they did is to be looked at afterwards. */
  static void awaitNodes(String kubeconfig, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try (KubernetesClient client = RunningCluster.client(kubeconfig)) {
      for (Member node : Member.nodes()) {
        long left = Math.max(1, end - System.nanoTime());
        client
            .nodes()
            .withName(node.id())
            .waitUntilCondition(Readiness::ready, left, TimeUnit.NANOSECONDS);
      }
    } catch (KubernetesClientException e) {
      return; // not all in time, or no API server: who looks finds that out
    }
  }

  static boolean ready(Node node) {
    return node != null
        && node.getStatus().getConditions().stream()
            .anyMatch(
                condition ->
                    condition.getType().equals("Ready") && condition.getStatus().equals("True"));
  }

  private static boolean available(Deployment deployment) {
    return deployment != null
        && deployment.getStatus() != null
        && deployment.getStatus().getAvailableReplicas() != null
        && deployment.getStatus().getAvailableReplicas() > 0;
  }

  private static void within(String otherwise, Runnable waiting) {
    try {
      waiting.run();
    } catch (KubernetesClientTimeoutException e) {
      throw new ClusterException(
          otherwise + " after " + SECONDS + " s: try again (cluster down, cluster up).", e);
    } catch (KubernetesClientException e) {
      throw new ClusterException(otherwise + "; the API server said: " + e.getMessage(), e);
    }
  }
}
