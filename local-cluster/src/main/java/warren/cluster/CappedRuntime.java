package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.RuntimeInfo;
import java.util.Map;

/**
 * The container runtime that Docker gets by our set-up where the engine may not grant every
 * capability.
 */
final class CappedRuntime {
  static final String NAME = "warren-capped";

  private CappedRuntime() {}

  static boolean isInstalled(DockerClient docker) {
    Map<String, RuntimeInfo> runtimes = docker.infoCmd().exec().getRuntimes();
    return runtimes != null && runtimes.containsKey(NAME);
  }
}
