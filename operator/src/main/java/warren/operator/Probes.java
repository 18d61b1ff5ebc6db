package warren.operator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;

/**
 * Answers the kubelet: {@code /healthz}, {@code /startedz} and {@code /readyz}, 200 or 503, without
 * a body.
 */
final class Probes implements AutoCloseable {
  private static final int NO_BODY = -1;

  private final HttpServer server;

  /**
   * Listens at once.
   *
   * @param port 0 for any that is free
   * @throws IOException when the port is taken
   */
  Probes(int port, BooleanSupplier healthy, BooleanSupplier started, BooleanSupplier ready)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 0);
    answer("/healthz", healthy);
    answer("/startedz", started);
    answer("/readyz", ready);
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
