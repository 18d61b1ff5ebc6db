package warren.operator.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.operator.metrics.Metric;
import warren.operator.metrics.OperatorMetrics;

/**
 * Answers the API server over HTTPS: {@code POST} to the path of a {@link Webhook}. Anything else
 * gets a 4xx and a sentence, and never a line in the log.
 */
final class AdmissionServer implements AutoCloseable {
  /**
   * The API server takes objects of at most 3 MiB, etcd of 1.5 MiB; a review holds the object as it
   * is to be and as it is.
   */
  static final int LARGEST_REVIEW = 8 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(AdmissionServer.class);

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private final OperatorMetrics metrics;

  private record Answer(int status, String type, String body) {}

  /**
   * Listens at once.
   *
   * @param port 0 for any that is free
   * @throws IOException when the port is taken
   */
  AdmissionServer(
      int port, X509ExtendedKeyManager keys, List<Webhook> webhooks, OperatorMetrics metrics)
      throws IOException {
    this.metrics = metrics;
    server = HttpsServer.create(new InetSocketAddress(port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(keys)));
    server.setExecutor(threads);
    webhooks.forEach(
        webhook -> server.createContext(webhook.path(), exchange -> handle(exchange, webhook)));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange, Webhook webhook) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange, webhook);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      // A connection that waits for the next question would only be one that is closed under the
      // API server's hands: profiles and Workflows are written rarely.
      exchange.getResponseHeaders().set("Connection", "close");
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange, Webhook webhook) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")
        || !exchange.getRequestURI().getPath().equals(webhook.path())) {
      return refusal("Send an AdmissionReview with POST to " + webhook.path() + ".");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REVIEW + 1);
    if (body.length > LARGEST_REVIEW) {
      return refusal("An AdmissionReview has at most " + LARGEST_REVIEW + " bytes.");
    }
    try {
      return webhook
          .answer()
          .apply(body)
          .map(reply -> counted(webhook, reply))
          .orElseGet(
              () -> refusal("This is no AdmissionReview of the kind " + webhook.kind() + "."));
    } catch (KubernetesClientException e) {
      count(webhook, "failed");
      LOG.warn("a new {} was not answered for: {}", webhook.kind(), e.getMessage());
      return plain(
          HttpURLConnection.HTTP_UNAVAILABLE,
          "Warren could not read from the API server what it needs to answer; try again.");
    } catch (RuntimeException e) {
      count(webhook, "failed");
      // Without its message, which may hold what somebody wrote.
      LOG.error(
          "a defect in Warren: {} at {}",
          e.getClass().getName(),
          e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0]);
      return plain(
          HttpURLConnection.HTTP_INTERNAL_ERROR,
          "Warren could not check this object because of a defect; see the operator's log.");
    }
  }

  private Answer counted(Webhook webhook, Webhook.Reply reply) {
    count(webhook, reply.allowed() ? "allowed" : "refused");
    return new Answer(HttpURLConnection.HTTP_OK, "application/json", reply.json());
  }

  private void count(Webhook webhook, String answer) {
    metrics.count(Metric.ADMISSION_ANSWERS, webhook.path().substring(1), answer);
  }

  private static Answer refusal(String sentence) {
    return plain(HttpURLConnection.HTTP_BAD_REQUEST, sentence);
  }

  private static Answer plain(int status, String sentence) {
    return new Answer(status, "text/plain; charset=utf-8", sentence);
  }

  private static SSLContext tls(X509ExtendedKeyManager keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
