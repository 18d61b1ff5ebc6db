package warren.rabbit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Lists, watches and patches objects as the API server does, and fails when told to. */
final class FakeApiServer implements AutoCloseable {
  private static final String END = "";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> objects = new LinkedHashMap<>();
  private final List<BlockingQueue<String>> watches = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> patches = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile int code;

  FakeApiServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  /** The bodies of the patches that were accepted. */
  List<String> patches() {
    return List.copyOf(patches);
  }

  /** The next requests are answered with this status. */
  void fail(int times, int status) {
    code = status;
    failures.set(times);
  }

  /** Stores an object, and tells those who watch. */
  synchronized void put(String name, String json) {
    String type = objects.put(name, json) == null ? "ADDED" : "MODIFIED";
    send("{\"type\":\"" + type + "\",\"object\":" + json + "}");
  }

  synchronized void delete(String name) {
    send("{\"type\":\"DELETED\",\"object\":" + objects.remove(name) + "}");
  }

  /** Stores an object without telling anyone: what happens while a watch is away. */
  synchronized void putSilently(String name, String json) {
    objects.put(name, json);
  }

  /** Sends a line to those who watch. */
  void send(String line) {
    watches.forEach(watch -> watch.add(line));
  }

  /** Ends all watches. */
  void endWatches() {
    send(END);
  }

  int watchers() {
    return watches.size();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        send(exchange, code, "{\"message\":\"told to fail\"}");
      } else if (exchange.getRequestMethod().equals("PATCH")) {
        patches.add(body);
        send(exchange, 200, "{}");
      } else if (query.contains("watch=1")) {
        watch(exchange);
      } else {
        send(exchange, 200, list(query));
      }
    }
  }

  /** One object a page. */
  private synchronized String list(String query) {
    List<String> all = new ArrayList<>(objects.values());
    int from =
        query.contains("continue=")
            ? Integer.parseInt(query.replaceAll(".*continue=(\\d+).*", "$1"))
            : 0;
    boolean isLast = from >= all.size() - 1;
    return "{\"metadata\":{\"resourceVersion\":\"7\""
        + (isLast ? "" : ",\"continue\":\"" + (from + 1) + "\"")
        + "},\"items\":["
        + (all.isEmpty() ? "" : all.get(from))
        + "]}";
  }

  private void watch(HttpExchange exchange) throws IOException {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    exchange.sendResponseHeaders(200, 0);
    watches.add(lines);
    try (OutputStream body = exchange.getResponseBody()) {
      body.flush();
      for (String line = lines.take(); !line.equals(END); line = lines.take()) {
        body.write((line + "\n").getBytes(UTF_8));
        body.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watches.remove(lines);
    }
  }

  private static void send(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    endWatches();
    server.stop(0);
    threads.shutdownNow();
  }
}
