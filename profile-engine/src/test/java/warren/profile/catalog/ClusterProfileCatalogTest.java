package warren.profile.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers two paths as the API server does. */
class ClusterProfileCatalogTest {
  private static final String PATH =
      "/apis/nnf.cray.hpe.com/v1alpha11/namespaces/nnf-system/nnfcontainerprofiles";
  private static final String SLUSHY =
      "{\"apiVersion\":\"nnf.cray.hpe.com/v1alpha11\",\"kind\":\"NnfContainerProfile\","
          + "\"metadata\":{\"name\":\"slushy\"},\"data\":{\"retryLimit\":2}}";
  private static final String PINNED =
      SLUSHY.replace("slushy", "wf-1").replace("\"retryLimit\":2", "\"pinned\":true");
  private static final Map<String, String> ANSWERS =
      Map.of(
          PATH + "/slushy",
          SLUSHY,
          PATH + "/wf-1",
          PINNED,
          PATH,
          "{\"kind\":\"NnfContainerProfileList\",\"metadata\":{},\"items\":["
              + SLUSHY
              + ","
              + PINNED
              + ","
              + SLUSHY.replace("slushy", "apple")
              + "]}");

  private HttpServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ClusterProfileCatalogTest::answer);
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
  void a_profile_is_found_by_its_name() {
    assertThat(new ClusterProfileCatalog(client, "nnf-system").find("slushy"))
        .hasValueSatisfying(
            profile -> assertThat(profile.getData().path("retryLimit").intValue()).isEqualTo(2));
  }

  @Test
  void what_is_not_there_and_what_is_pinned_is_not_found() {
    ClusterProfileCatalog catalog = new ClusterProfileCatalog(client, "nnf-system");
    assertThat(catalog.find("nothing")).isEmpty();
    assertThat(catalog.find("wf-1")).isEmpty();
  }

  @Test
  void the_names_of_unpinned_profiles_are_sorted() {
    assertThat(new ClusterProfileCatalog(client, "nnf-system").names())
        .containsExactly("apple", "slushy");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String found = ANSWERS.get(exchange.getRequestURI().getPath());
    String text = found == null ? "{\"kind\":\"Status\",\"code\":404}" : found;
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }
}
