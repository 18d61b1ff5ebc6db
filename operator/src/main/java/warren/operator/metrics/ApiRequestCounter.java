package warren.operator.metrics;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Counts the requests of a Kubernetes client by verb, resource and status; retries too. */
public final class ApiRequestCounter implements Interceptor {
  private static final String NO_ANSWER = "none";
  private static final int FIRST_FAILURE = 400;

  private final OperatorMetrics metrics;

  public ApiRequestCounter(OperatorMetrics metrics) {
    this.metrics = requireNonNull(metrics, "metrics");
  }

  /** Has a client that is being built counted. */
  public void join(HttpClient.Builder client) {
    client.addOrReplaceInterceptor("warren-metrics", this);
  }

  @Override
  public void after(
      HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> body) {
    // The client calls this several times for a watch that failed, and afterFailure once.
    if (response.code() < FIRST_FAILURE) {
      count(request, Integer.toString(response.code()));
    }
  }

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    if (response.code() >= FIRST_FAILURE) {
      count(response.request(), Integer.toString(response.code()));
    }
    return CompletableFuture.completedFuture(false);
  }

  @Override
  public void afterConnectionFailure(HttpRequest request, Throwable failure) {
    count(request, NO_ANSWER);
  }

  private void count(HttpRequest request, String code) {
    if (request != null) {
      RequestLabels about = RequestLabels.of(request.method(), request.uri());
      metrics.count(Metric.API_REQUESTS, about.verb(), about.resource(), code);
    }
  }
}
