package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.cluster.NodeImage.BuiltHere;
import warren.cluster.NodeImage.Pulled;

class NodeImageTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Test
  void is_what_the_person_says_without_asking_the_network() {
    assertThat(NodeImage.choose(Optional.of("k3s:mine"), NodeImageTest::mustNotBeAsked))
        .isEqualTo(new Pulled("k3s:mine"));
  }

  @Test
  void is_k3s_where_a_registry_answers_and_built_here_where_none_does() {
    assertThat(NodeImage.choose(Optional.empty(), () -> true)).isEqualTo(new Pulled(NodeImage.K3S));
    assertThat(NodeImage.choose(Optional.empty(), () -> false)).isEqualTo(new BuiltHere());
  }

  @ParameterizedTest
  @CsvSource({"200, true", "401, true", "403, false", "502, false"})
  void a_registry_answers_in_its_own_way_and_a_proxy_that_refuses_does_not_count(
      int status, boolean answers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v2/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      assertThat(
              RegistryProbe.answers(address(server.getAddress().getPort()), Duration.ofSeconds(3)))
          .isEqualTo(answers);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void no_registry_answers_where_nobody_listens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(RegistryProbe.answers(address(port), PATIENCE)).isFalse();
  }

  @Test
  void no_registry_answers_where_somebody_listens_and_says_nothing() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long before = System.nanoTime();
      assertThat(RegistryProbe.answers(address(socket.getLocalPort()), PATIENCE)).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(60));
    }
  }

  @Test
  void the_question_may_be_answered_by_a_setting() {
    assertThat(RegistryProbe.decided(Optional.empty())).isEmpty();
    assertThat(RegistryProbe.decided(Optional.of("yes"))).contains(true);
    assertThat(RegistryProbe.decided(Optional.of("no"))).contains(false);
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> RegistryProbe.decided(Optional.of("perhaps")))
        .withMessage("WARREN_CONTAINER_REGISTRY is perhaps: set it to yes or no, or unset it.");
  }

  private static URI address(int port) {
    return URI.create("http://localhost:" + port + "/v2/");
  }

  private static boolean mustNotBeAsked() {
    throw new AssertionError("asked");
  }
}
