package warren.cli.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import warren.cli.CommandException;
import warren.cli.ExitStatus;

/** From a kubeconfig to a client. */
final class Kubeconfig {
  /**
   * Retries of a question whose answer somebody waits for. On a machine with much to do a
   * connection may well fail once, with our own part of the TLS handshake in it; four times in a
   * row it does not.
   */
  static final int FEW = 3;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private Kubeconfig() {}

  /**
   * A client with the rights of the file's current context; nothing is sent yet.
   *
   * @param retries how often a request that failed on its way is sent again
   * @throws CommandException when the file is no use
   */
  static KubernetesClient client(Path kubeconfig, int retries) {
    return client(kubeconfig, retries, false);
  }

  /** The same with a connection for each request that is under way: HTTP/1.1. */
  static KubernetesClient clientForLogs(Path kubeconfig) {
    return client(kubeconfig, FEW, true);
  }

  private static KubernetesClient client(Path kubeconfig, int retries, boolean http11) {
    Config config;
    try {
      config = Config.fromKubeconfig(kubeconfig.toFile());
    } catch (RuntimeException malformed) { // whatever its reader stumbles over
      throw unusable(
          kubeconfig, "it is no kubeconfig: " + ClusterTrouble.reason(malformed), malformed);
    }
    if (config.getCurrentContext() == null) {
      throw unusable(kubeconfig, "it names no current context with a cluster", null);
    }
    config.setConnectionTimeout(Math.toIntExact(CONNECT.toMillis()));
    config.setRequestRetryBackoffLimit(retries);
    config.setHttp2Disable(http11);
    try {
      return TrustedCertificates.only(
          config,
          // Every kind that is read here is named by its class. Looking for all the others that
          // the libraries know would take a tenth of a second.
          () ->
              new KubernetesClientBuilder()
                  .withConfig(config)
                  .withKubernetesSerialization(
                      new KubernetesSerialization(new ObjectMapper(), false))
                  .build());
    } catch (RuntimeException refused) { // such as keys that are none
      throw unusable(kubeconfig, ClusterTrouble.reason(refused), refused);
    }
  }

  /** Asks a question whose answer somebody waits for, over the client's own connection. */
  static <T> T impatiently(KubernetesClient client, Function<KubernetesClient, T> question) {
    RequestConfig few =
        new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
            .withRequestRetryBackoffLimit(FEW)
            .build();
    return client
        .adapt(NamespacedKubernetesClient.class)
        .withRequestConfig(few)
        .call(question::apply);
  }

  private static CommandException unusable(Path kubeconfig, String why, Exception cause) {
    return new CommandException(
        ExitStatus.TROUBLE, "the kubeconfig " + kubeconfig + " is no use: " + why, cause);
  }
}
