package warren.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API server of few words, for the real client: what was not told to it is not found. */
public final class FakeCluster implements AutoCloseable {
  private record Answer(int code, String body) {}

  private final HttpServer server;
  private final KubernetesClient client;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public FakeCluster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            bodies.put(request, exchange.getRequestBody().readAllBytes());
            requests.add(request);
            Answer answer = answers.getOrDefault(request, status(404, "not found"));
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.code(), body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder()
                    .withAutoConfigure(false)
                    .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
  }

  public KubernetesClient client() {
    return client;
  }

  /** Method and path of each request so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The object that this request sent last. */
  public <T> T received(String request, Class<T> type) {
    return Serialization.unmarshal(new String(bodies.get(request), UTF_8), type);
  }

  /** Has this request answered with this object. */
  public void has(String request, Object object) {
    answers.put(request, new Answer(200, Serialization.asJson(object)));
  }

  /** Has this request refused. */
  public void refuses(String request, int code, String message) {
    answers.put(request, status(code, message));
  }

  /** Has this request refused as the API server does about a Job "wf". */
  public void refuses(String request, int code, String reason, String message) {
    Status status =
        new StatusBuilder()
            .withStatus("Failure")
            .withCode(code)
            .withReason(reason)
            .withMessage(message)
            .withNewDetails()
            .withGroup("batch")
            .withKind("jobs")
            .withName("wf")
            .endDetails()
            .build();
    answers.put(request, new Answer(code, Serialization.asJson(status)));
  }

  /** Has this request refused as invalid, for these reasons. */
  public void refuses(String request, List<StatusCause> causes) {
    Status status =
        new StatusBuilder()
            .withStatus("Failure")
            .withCode(422)
            .withMessage("invalid")
            .withNewDetails()
            .withCauses(causes)
            .endDetails()
            .build();
    answers.put(request, new Answer(422, Serialization.asJson(status)));
  }

  /** Nobody answers any more. */
  public void goesAway() {
    server.stop(0);
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }

  private static Answer status(int code, String message) {
    return new Answer(
        code,
        Serialization.asJson(
            new StatusBuilder().withStatus("Failure").withCode(code).withMessage(message).build()));
  }
}
