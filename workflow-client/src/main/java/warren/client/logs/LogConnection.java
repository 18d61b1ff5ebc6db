package warren.client.logs;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks the API server for logs. The client library's own way takes an error's text for the log, so
 * the requests are made here. Each asks for the time of each line: by it lines are recognized.
 */
public final class LogConnection {
  private final Supplier<KubernetesClient> client;

  /**
   * A connection through the client that this supplier gives at the first request.
   *
   * @param client gives the same client each time. The client has to speak HTTP/1.1: a log that is
   *     not read for a while must not hold up other answers, as it would on a shared connection
   */
  public LogConnection(Supplier<KubernetesClient> client) {
    this.client = requireNonNull(client, "client");
  }

  /** Gets ready for the first request, so that a fast container's log is read in time. */
  void prepare() {
    requireNonNull(client.get(), "client");
  }

  /** Reads until the container ends, from the beginning of {@code since}'s second. */
  LogStream follow(ContainerAttempt attempt, Optional<Instant> since) {
    return send(attempt, since, "&follow=true");
  }

  /** Reads what there is now, from the beginning of {@code since}'s second. */
  LogStream read(ContainerAttempt attempt, Optional<Instant> since) {
    return send(attempt, since, "");
  }

  /**
   * Reads the head of the file that the container writes to now.
   *
   * @return empty when the file is empty
   * @throws IOException when the cluster does not answer, or with an error
   */
  Optional<LogHead> head(ContainerAttempt attempt) throws IOException {
    try (LogStream stream = send(attempt, Optional.empty(), "&limitBytes=" + LogHead.BYTES);
        InputStream body = stream.body()) {
      return LogHead.of(body.readNBytes(LogHead.BYTES));
    }
  }

  private LogStream send(ContainerAttempt attempt, Optional<Instant> since, String options) {
    // Without a time-out: a container that prints nothing yet is not even answered for.
    KubernetesClient http = client.get();
    HttpRequest request =
        http.getHttpClient()
            .newHttpRequestBuilder()
            .uri(
                "%sapi/v1/namespaces/%s/pods/%s/log?container=%s&timestamps=true%s%s%s"
                    .formatted(
                        http.getMasterUrl(),
                        attempt.namespace(),
                        attempt.pod(),
                        attempt.container(),
                        attempt.latest() ? "" : "&previous=true",
                        since.map(time -> "&sinceTime=" + time).orElse(""),
                        options))
            .build();
    return new LogStream(http.getHttpClient().sendAsync(request, InputStream.class));
  }
}
