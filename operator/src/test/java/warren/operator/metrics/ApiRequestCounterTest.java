package warren.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import warren.operator.FakeCluster;

final class ApiRequestCounterTest {
  private final OperatorMetrics metrics = new OperatorMetrics();

  @Test
  void eachAnswerIsCountedOnceByItsStatus() throws IOException {
    try (FakeCluster cluster = new FakeCluster();
        KubernetesClient client = counted(cluster.client().getMasterUrl().toString(), 0)) {
      cluster.has(
          "GET /api/v1/namespaces/default/pods/a",
          new PodBuilder().withNewMetadata().withName("a").endMetadata().build());
      cluster.refuses("GET /api/v1/namespaces/default/pods/b", 403, "no");

      client.pods().inNamespace("default").withName("a").get();
      client.pods().inNamespace("default").withName("a").get();
      client.pods().inNamespace("default").withName("none").get();
      assertThatThrownBy(() -> client.pods().inNamespace("default").withName("b").get())
          .isInstanceOf(KubernetesClientException.class);
    }

    assertThat(requests())
        .containsExactlyInAnyOrder(
            "warren_api_requests_total{code=\"200\",resource=\"pods\",verb=\"get\"} 2.0",
            "warren_api_requests_total{code=\"404\",resource=\"pods\",verb=\"get\"} 1.0",
            "warren_api_requests_total{code=\"403\",resource=\"pods\",verb=\"get\"} 1.0");
  }

  /** The client reports each attempt but the last, so that one that is made again counts once. */
  @Test
  void whatNobodyAnswersIsCountedToo() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    try (KubernetesClient client = counted("http://127.0.0.1:" + closed, 1)) {
      assertThatThrownBy(() -> client.pods().inNamespace("default").list())
          .isInstanceOf(KubernetesClientException.class);
    }

    assertThat(requests())
        .containsExactly(
            "warren_api_requests_total{code=\"none\",resource=\"pods\",verb=\"list\"} 1.0");
  }

  private KubernetesClient counted(String url, int retries) {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder()
                .withAutoConfigure(false)
                .withMasterUrl(url)
                .withRequestRetryBackoffLimit(retries)
                .withRequestRetryBackoffInterval(1)
                .build())
        .withHttpClientBuilderConsumer(new ApiRequestCounter(metrics)::join)
        .build();
  }

  private List<String> requests() {
    return metrics
        .scrape()
        .lines()
        .filter(line -> line.startsWith("warren_api_requests_total"))
        .toList();
  }
}
