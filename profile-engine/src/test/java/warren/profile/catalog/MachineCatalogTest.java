package warren.profile.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warren.api.SystemConfiguration;

class MachineCatalogTest {
  private static final String PATH =
      "/apis/dataworkflowservices.github.io/v1alpha7/namespaces/default/systemconfigurations"
          + "/default";

  private HttpServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/", 404, "{\"kind\":\"Status\",\"code\":404}");
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(Config.empty())
                    .withMasterUrl("http://localhost:" + server.getAddress().getPort())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void the_one_that_counts_is_default_in_default() {
    answer(
        PATH,
        200,
        "{\"metadata\":{\"name\":\"default\"},"
            + "\"spec\":{\"storageNodes\":[{\"type\":\"Rabbit\",\"name\":\"rabbit-0\"}]}}");
    assertThat(MachineCatalog.system(client))
        .hasValueSatisfying(
            system ->
                assertThat(system.getSpec().storageNodes())
                    .extracting(SystemConfiguration.StorageNode::name)
                    .containsExactly("rabbit-0"));
  }

  @Test
  void a_cluster_may_have_none() {
    assertThat(MachineCatalog.system(client)).isEmpty();
  }

  private void answer(String path, int code, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(code, body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          }
        });
  }
}
