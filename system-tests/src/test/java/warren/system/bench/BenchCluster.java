package warren.system.bench;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import warren.cluster.KeptCluster;

/** The kept cluster that is measured. */
final class BenchCluster implements AutoCloseable {
  private static final int ERRORS = 400;
  private static final String SYSTEM = "warren-system";
  private static final String OPERATOR = "warren-operator";
  private static final double MEBIBYTE = 1 << 20;

  private final Path folder;
  private final KubernetesClient client;
  private final KubernetesClient runner;

  private BenchCluster(Path folder) {
    this.folder = folder;
    this.client = client("kubeconfig.yaml");
    this.runner = client("runner.kubeconfig");
  }

  private KubernetesClient client(String kubeconfig) {
    Config config = Config.fromKubeconfig(folder.resolve(kubeconfig).toFile());
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** The cluster of this state directory; that of this checkout when none is named. */
  static BenchCluster open(Optional<Path> stateDirectory) {
    return new BenchCluster(
        stateDirectory.orElseGet(() -> KeptCluster.ofThisCheckout().stateDirectory()));
  }

  /** With the rights of the cluster's administrator. */
  KubernetesClient client() {
    return client;
  }

  /** With the rights of a workload manager. */
  KubernetesClient runner() {
    return runner;
  }

  /** The site file for {@code warren run} on this cluster. */
  Path siteFile() {
    return folder.resolve("site.json");
  }

  /**
   * Sends a request with the rights of a workload manager; the answer's body. Fails when the answer
   * is an error.
   */
  CompletableFuture<String> send(String method, String path, String type, String body) {
    HttpRequest request =
        runner
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(runner.getMasterUrl() + path)
            .method(method, type, body)
            .build();
    return runner
        .getHttpClient()
        .sendAsync(request, String.class)
        .thenApply(
            answer -> {
              if (answer.code() >= ERRORS) {
                throw new IllegalStateException(
                    method + " " + path + ": " + answer.code() + " " + answer.body());
              }
              return answer.body();
            });
  }

  /** The API server's own metrics. */
  PrometheusScrape apiServer() {
    return PrometheusScrape.parse(client.raw("/metrics"));
  }

  /** What the kubelet measures of the operator's container. */
  OperatorUse operator() {
    List<Pod> pods =
        client
            .pods()
            .inNamespace(SYSTEM)
            .withLabel("app.kubernetes.io/name", OPERATOR)
            .list()
            .getItems();
    Pod pod = pods.getFirst();
    String node = pod.getSpec().getNodeName();
    PrometheusScrape kubelet =
        PrometheusScrape.parse(client.raw("/api/v1/nodes/" + node + "/proxy/metrics/resource"));
    String name = pod.getMetadata().getName();
    return new OperatorUse(
        of(kubelet, "container_memory_working_set_bytes", name) / MEBIBYTE,
        of(kubelet, "container_cpu_usage_seconds_total", name),
        pod.getStatus().getContainerStatuses().getFirst().getRestartCount());
  }

  private static double of(PrometheusScrape kubelet, String metric, String pod) {
    return kubelet.of(metric).stream()
        .filter(sample -> pod.equals(sample.label("pod")))
        .mapToDouble(PrometheusScrape.Sample::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void close() {
    client.close();
    runner.close();
  }

  /**
   * The operator's use of its machine.
   *
   * @param mebibytes the working set
   * @param processorSeconds since the container's start
   */
  record OperatorUse(double mebibytes, double processorSeconds, int restarts) {
    String text() {
      return "operator: %.0f MiB, %.1f s of processor time, %d restarts"
          .formatted(mebibytes, processorSeconds, restarts);
    }
  }
}
