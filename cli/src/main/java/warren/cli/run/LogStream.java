package warren.cli.run;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * The log of one container, followed until the container ends. The client's own way takes an
 * error's text for the log, so the request is made here.
 */
final class LogStream implements AutoCloseable {
  private static final int GONE_OR_WORSE = 400;

  private final CompletableFuture<HttpResponse<InputStream>> response;
  private final CompletableFuture<Void> end;

  private LogStream(
      CompletableFuture<HttpResponse<InputStream>> response, CompletableFuture<Void> end) {
    this.response = response;
    this.end = end;
  }

  /** Begins to copy the log to {@code out}; returns at once. */
  static LogStream follow(
      KubernetesClient client, String namespace, String pod, String container, OutputStream out) {
    // Without a time-out: a container that prints nothing yet is not even answered for.
    HttpRequest request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(
                "%sapi/v1/namespaces/%s/pods/%s/log?container=%s&follow=true"
                    .formatted(client.getMasterUrl(), namespace, pod, container))
            .build();
    CompletableFuture<HttpResponse<InputStream>> response =
        client.getHttpClient().sendAsync(request, InputStream.class);
    return new LogStream(
        response,
        response.thenAcceptAsync(
            answer -> copy(answer, out), task -> Thread.startVirtualThread(task)));
  }

  private static void copy(HttpResponse<InputStream> answer, OutputStream out) {
    try (InputStream log = answer.body()) {
      if (answer.code() >= GONE_OR_WORSE) {
        throw new IOException("the cluster answered with status " + answer.code());
      }
      log.transferTo(out);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken.getMessage(), broken);
    }
  }

  /** Completes when all is copied, or exceptionally with what went wrong. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** Follows no longer. */
  @Override
  public void close() {
    response.cancel(true);
    if (response.isDone() && !response.isCompletedExceptionally()) {
      try {
        response.join().body().close();
      } catch (IOException closedAlready) {
        end.completeExceptionally(closedAlready);
      }
    }
  }
}
