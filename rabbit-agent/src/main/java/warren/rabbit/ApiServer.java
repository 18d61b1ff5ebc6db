package warren.rabbit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The API server, as far as an agent may use it: list, watch and report RabbitDirectories. */
final class ApiServer {
  /** How long a watch lasts before the API server ends it, in seconds. */
  static final int WATCH_SECONDS = 240;

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** An agent's heap is small: a list comes in pieces. */
  private static final int PAGE = 100;

  /** There is no such object any more, or one of its name that is another. */
  private static final Set<Integer> NOTHING_TO_REPORT_ON =
      Set.of(HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_CONFLICT, 422);

  private final URI collection;
  private final Path token;
  private final Supplier<HttpClient> clients;
  private final String selector;
  private volatile HttpClient client;

  /**
   * @param address such as {@code https://10.96.0.1:443}
   * @param namespace of the objects
   * @param selector only objects with this label, {@code key=value}
   * @param token a file with the bearer token; read for each request, as it is replaced
   * @param clients make a client that trusts the API server
   */
  ApiServer(
      URI address, String namespace, String selector, Path token, Supplier<HttpClient> clients) {
    this.collection =
        address.resolve(
            "/apis/warren.internal/v1alpha1/namespaces/" + namespace + "/rabbitdirectories");
    this.selector = requireNonNull(selector, "selector");
    this.token = requireNonNull(token, "token");
    this.clients = requireNonNull(clients, "clients");
    this.client = clients.get();
  }

  /** Forgets connections and certificates: the next request begins anew. */
  void reconnect() {
    HttpClient old = client;
    client = clients.get();
    old.shutdownNow();
  }

  /**
   * A page of the list.
   *
   * @param next where the page before ended; empty for the first page
   */
  JsonObject list(String next) throws IOException, InterruptedException {
    Map<String, String> query = new TreeMap<>(Map.of("limit", Integer.toString(PAGE)));
    if (!next.isEmpty()) {
      query.put("continue", next);
    }
    try (InputStream body = get(query).body()) {
      return JsonObject.read(new String(body.readAllBytes(), UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IOException("the list makes no sense: " + e.getMessage(), e);
    }
  }

  /**
   * The changes since a version of the list, a line each; ends by itself.
   *
   * @return to be closed by the caller; that may be done by another thread, too
   */
  InputStream watch(String version) throws IOException, InterruptedException {
    return get(Map.of(
            "watch",
            "1",
            "allowWatchBookmarks",
            "true",
            "resourceVersion",
            version,
            "timeoutSeconds",
            Integer.toString(WATCH_SECONDS)))
        .body();
  }

  /** Writes the status of an object, unless there is no such object any more. */
  void report(DirectoryObject object, DirectoryStatus status)
      throws IOException, InterruptedException {
    URI uri = URI.create(collection + "/" + object.name() + "/status");
    HttpRequest request =
        request(uri)
            .header("Content-Type", "application/json-patch+json")
            .method("PATCH", BodyPublishers.ofString(status.patch(object.uid())))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != HttpURLConnection.HTTP_OK
        && !NOTHING_TO_REPORT_ON.contains(response.statusCode())) {
      throw failure(response.statusCode(), response.body());
    }
  }

  private HttpResponse<InputStream> get(Map<String, String> query)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(query);
    all.put("labelSelector", selector);
    URI uri =
        URI.create(
            collection
                + "?"
                + all.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                    .collect(Collectors.joining("&")));
    HttpResponse<InputStream> response =
        client.send(request(uri).GET().build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != HttpURLConnection.HTTP_OK) {
      try (InputStream body = response.body()) {
        throw failure(response.statusCode(), new String(body.readNBytes(8192), UTF_8));
      }
    }
    return response;
  }

  private HttpRequest.Builder request(URI uri) throws IOException {
    return HttpRequest.newBuilder(uri)
        .timeout(TIMEOUT)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + Files.readString(token).strip());
  }

  private static ApiException failure(int code, String body) {
    String message;
    try {
      message = JsonObject.read(body).text("message").orElse("");
    } catch (IllegalArgumentException e) {
      message = body.lines().findFirst().orElse("");
    }
    return new ApiException("the API server answered " + code + ": " + message, code);
  }
}
