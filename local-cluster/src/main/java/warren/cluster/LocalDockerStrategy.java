package warren.cluster;

import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Tells Testcontainers to use this machine's engine and where its published ports are. Without it,
 * Testcontainers would write its own choice into the user's home, and would look for another
 * address of the engine on any machine that has a file {@code /.dockerenv}. Found through {@code
 * META-INF/services}.
 */
public final class LocalDockerStrategy extends DockerClientProviderStrategy {
  private static final int BEFORE_ALL_OTHERS = 1000;

  /** For the service loader. */
  public LocalDockerStrategy() {}

  @Override
  public String getDescription() {
    return "the Docker engine of this machine at " + DockerSocket.ofThisMachine().path();
  }

  @Override
  public TransportConfig getTransportConfig() {
    return TransportConfig.builder().dockerHost(DockerSocket.ofThisMachine().uri()).build();
  }

  @Override
  public synchronized String getDockerHostIpAddress() {
    return "localhost";
  }

  @Override
  protected boolean isPersistable() {
    return false;
  }

  @Override
  protected int getPriority() {
    return BEFORE_ALL_OTHERS;
  }
}
