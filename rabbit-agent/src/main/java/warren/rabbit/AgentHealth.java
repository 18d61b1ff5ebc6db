package warren.rabbit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Answers the kubelet: {@code /healthz} and {@code /readyz}, 200 or 503, without a body. */
final class AgentHealth implements AutoCloseable {
  /** Longer than any watch and any pause: something hangs that only a restart can help. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

  private static final int NO_BODY = -1;

  private final HttpServer server;

  /**
   * Listens at once.
   *
   * @param port 0 for any that is free
   * @throws IOException when the port is taken
   */
  AgentHealth(int port, DirectoryAgent agent) throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 0);
    answer("/healthz", () -> agent.silence() < LONGEST_SILENCE.toNanos());
    answer("/readyz", agent::isConnected);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(String path, BooleanSupplier good) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(
                good.getAsBoolean()
                    ? HttpURLConnection.HTTP_OK
                    : HttpURLConnection.HTTP_UNAVAILABLE,
                NO_BODY);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
