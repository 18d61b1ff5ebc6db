package warren.client.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import warren.client.LoopbackApi;

/**
 * The log of one container as a kubelet serves it behind an API server: only the newest file can be
 * opened, a read that follows keeps its file, and comes to the next one or does not.
 */
final class FakeKubelet implements AutoCloseable {
  private record Line(long time, String text) {}

  /** One log file; grows until the next one is begun. */
  private static final class LogFile {
    final List<Line> lines = new ArrayList<>();
  }

  private final LoopbackApi api;
  private final List<String> requests = new ArrayList<>();
  private LogFile current = new LogFile();
  private boolean ended;
  private boolean comesToNextFile = true;
  private int breaksAfter = Integer.MAX_VALUE;
  private int status = 200;

  FakeKubelet() throws IOException {
    api = new LoopbackApi("/api/v1/namespaces/default/pods/pod/log", this::serve);
  }

  LogConnection connection() {
    return new LogConnection(api::client);
  }

  /** The container prints a line, which may lack its end. */
  synchronized void print(long time, String text) {
    current.lines.add(new Line(time, text));
    notifyAll();
  }

  /** From now on the container prints to another file. */
  synchronized void rotate() {
    current = new LogFile();
    notifyAll();
  }

  synchronized void endContainer() {
    ended = true;
    notifyAll();
  }

  /** Whether a read that follows goes on in the next file; it stays in its own otherwise. */
  synchronized void comesToNextFile(boolean comes) {
    comesToNextFile = comes;
  }

  /** From now on each read that follows breaks off after so many bytes. */
  synchronized void breakAfter(int bytes) {
    breaksAfter = bytes;
  }

  /** From now on every request is answered with this status. */
  synchronized void answerWith(int code) {
    status = code;
  }

  /** The queries so far. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    Map<String, String> options =
        Arrays.stream(query.split("&", -1))
            .map(option -> option.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    LogFile file;
    int code;
    synchronized (this) {
      requests.add(query);
      file = current;
      code = status;
    }
    if (code != 200) {
      exchange.sendResponseHeaders(code, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    long since =
        options.containsKey("sinceTime")
            ? Instant.parse(options.get("sinceTime")).getEpochSecond() * 1_000_000_000L
            : Long.MIN_VALUE;
    int limit = Integer.parseInt(options.getOrDefault("limitBytes", "" + Integer.MAX_VALUE));
    boolean follows = options.containsKey("follow");
    OutputStream out = exchange.getResponseBody();
    try {
      send(out, file, since, follows ? breaksAfter : limit, follows);
      out.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(OutputStream out, LogFile first, long since, int limit, boolean follows)
      throws IOException, InterruptedException {
    LogFile file = first;
    boolean newLine = true;
    int sent = 0;
    for (int at = 0; sent < limit; ) {
      Line line;
      synchronized (this) {
        while (at == file.lines.size() && follows && !ended) {
          if (file != current && comesToNextFile) {
            file = current;
            at = 0;
          } else {
            wait();
          }
        }
        if (at == file.lines.size()) {
          return;
        }
        line = file.lines.get(at++);
      }
      if (line.time() >= since) {
        Instant time = Instant.ofEpochSecond(0, line.time());
        byte[] bytes = ((newLine ? time + " " : "") + line.text()).getBytes(UTF_8);
        int count = Math.min(bytes.length, limit - sent);
        out.write(bytes, 0, count);
        sent += count;
        out.flush();
      }
      newLine = line.text().endsWith("\n");
    }
  }

  @Override
  public void close() {
    api.close();
  }
}
