package warren.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProbesTest {
  private final AtomicBoolean healthy = new AtomicBoolean(true);
  private final AtomicBoolean started = new AtomicBoolean(false);
  private final AtomicBoolean ready = new AtomicBoolean(false);
  private Probes probes;

  @BeforeEach
  void listen() throws IOException {
    probes = new Probes(0, healthy::get, started::get, ready::get);
  }

  @AfterEach
  void close() {
    probes.close();
  }

  @Test
  void eachPathTellsItsOwn() throws IOException, InterruptedException {
    assertThat(ask("/healthz").statusCode()).isEqualTo(200);
    assertThat(ask("/startedz").statusCode()).isEqualTo(503);
    assertThat(ask("/readyz").statusCode()).isEqualTo(503);

    started.set(true);
    assertThat(ask("/startedz").statusCode()).isEqualTo(200);
    assertThat(ask("/readyz").statusCode()).isEqualTo(503);

    healthy.set(false);
    ready.set(true);
    assertThat(ask("/healthz").statusCode()).isEqualTo(503);
    assertThat(ask("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void nothingIsToldBesides() throws IOException, InterruptedException {
    assertThat(ask("/healthz").body()).isEmpty();
    assertThat(ask("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void whoIsClosedDoesNotAnswer() {
    int port = probes.port();
    probes.close();

    assertThatThrownBy(() -> ask(port, "/healthz")).isInstanceOf(ConnectException.class);
  }

  @Test
  void aPortThatIsTakenIsAnError() {
    int port = probes.port();

    assertThatThrownBy(() -> new Probes(port, healthy::get, started::get, ready::get))
        .isInstanceOf(IOException.class);
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return ask(probes.port(), path);
  }

  private static HttpResponse<String> ask(int port, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          BodyHandlers.ofString());
    }
  }
}
