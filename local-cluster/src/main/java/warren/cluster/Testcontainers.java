package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import java.util.Map;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.ResourceReaper;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * Testcontainers, set up by code for our purposes; nothing is written to the user's home and
 * nothing asked of the user.
 *
 * <p>All our containers are "reusable" in its terms. That is the way to have containers without a
 * session, hence out of the reaper's reach: a kept cluster outlives this process. What shall be
 * reaped is registered by its label.
 */
final class Testcontainers {
  private Testcontainers() {}

  private static DockerClient client;

  /**
   * A client of this machine's engine: Testcontainers' own make, but without its search for an
   * engine and without its reaper.
   *
   * @throws ClusterException when no engine answers
   */
  static synchronized DockerClient docker() {
    DockerSocket socket = DockerSocket.ofThisMachine();
    socket.requireAnswer();
    if (client == null) {
      client =
          DockerClientProviderStrategy.getClientForConfig(
              TransportConfig.builder().dockerHost(socket.uri()).build());
    }
    return client;
  }

  /**
   * To be called before containers are started, and only when an engine answers: Testcontainers
   * remembers a failure for the life of the process.
   *
   * @throws ClusterException when a setting of the user's would make kept clusters go with this
   *     process
   */
  static synchronized void prepare(ClusterImages images) {
    TestcontainersConfiguration configuration = TestcontainersConfiguration.getInstance();
    configuration.getUserProperties().setProperty("testcontainers.reuse.enable", "true");
    // Its check of bind mounts would run a container each time.
    configuration.getUserProperties().setProperty("checks.disable", "true");
    configuration.getClasspathProperties().setProperty("ryuk.container.image", images.reaper());
    // Ours needs the engine's socket and nothing else; where --privileged fails, it would fail too.
    configuration.getClasspathProperties().setProperty("ryuk.container.privileged", "false");
    configuration.getClasspathProperties().setProperty("tinyimage.container.image", images.base());
    if (!configuration.environmentSupportsReuse()) {
      throw new ClusterException(
          "The local cluster needs TESTCONTAINERS_REUSE_ENABLE to be unset or true: unset it.");
    }
  }

  /**
   * Has everything removed that carries these labels once this process has ended, however it ends.
   */
  static void reap(Map<String, String> labels) {
    ResourceReaper.instance().registerLabelsFilterForCleanup(labels);
  }
}
