package warren.cli.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry of one image, {@code dean/app:1}, which only dean gets. */
final class FakeRegistry implements AutoCloseable {
  /** How it wants to be told who asks. */
  enum Scheme {
    NOBODY,
    BASIC,
    BEARER
  }

  private static final String MANIFEST =
      """
      {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",
       "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":2,
        "digest":"sha256:%s"},"layers":[]}
      """
          .formatted("a".repeat(64));
  private static final String TOKEN = "dean-may-pull";
  private static final String DEAN =
      "Basic " + Base64.getEncoder().encodeToString("dean:hunter2".getBytes(UTF_8));

  private final Scheme scheme;
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  FakeRegistry(Scheme scheme) throws IOException {
    this.scheme = scheme;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Method and path of each request so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      requests.add(exchange.getRequestMethod() + " " + path);
      if (path.equals("/token")) {
        token(exchange);
      } else if (!mayPull(exchange)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", challenge());
        send(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"who?\"}]}");
      } else if (path.equals("/v2/")) {
        send(exchange, 200, "{}");
      } else if (path.equals("/v2/dean/app/manifests/1")) {
        exchange
            .getResponseHeaders()
            .add("Content-Type", "application/vnd.docker.distribution.manifest.v2+json");
        send(exchange, 200, MANIFEST);
      } else {
        send(exchange, 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"no\"}]}");
      }
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    String who = exchange.getRequestHeaders().getFirst("Authorization");
    if (who != null && !who.equals(DEAN)) {
      send(exchange, 401, "{\"details\":\"incorrect username or password\"}");
    } else {
      send(exchange, 200, "{\"token\":\"" + (who == null ? "nobody" : TOKEN) + "\"}");
    }
  }

  private boolean mayPull(HttpExchange exchange) {
    String who = exchange.getRequestHeaders().getFirst("Authorization");
    return switch (scheme) {
      case NOBODY -> true;
      case BASIC -> DEAN.equals(who);
      case BEARER -> ("Bearer " + TOKEN).equals(who);
    };
  }

  private String challenge() {
    return scheme == Scheme.BASIC
        ? "Basic realm=\"fake\""
        : "Bearer realm=\"" + address() + "/token\",service=\"fake\"";
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
