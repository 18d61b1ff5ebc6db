package warren.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MetricsServerTest {
  private final OperatorMetrics metrics = new OperatorMetrics();
  private MetricsServer server;

  @BeforeEach
  void listen() throws IOException {
    server = new MetricsServer(0, metrics);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void prometheusReadsItsTextFormat() throws IOException, InterruptedException {
    metrics.count(Metric.ORPHANS, "removed");

    HttpResponse<String> answer = ask("GET", "/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body()).contains("warren_orphans_total{finding=\"removed\"} 1.0");
  }

  @Test
  void nothingElseIsServed() throws IOException, InterruptedException {
    assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/metrics/x").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
  }

  @Test
  void aGaugeThatFailsIsAnErrorOfThisScrapeOnly() throws IOException, InterruptedException {
    metrics.measureRows(
        Metric.STORAGE_VOLUMES,
        () -> {
          throw new IllegalStateException("no");
        });

    assertThat(ask("GET", "/metrics").statusCode()).isEqualTo(500);
    assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .method(method, BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    }
  }
}
