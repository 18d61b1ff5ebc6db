package warren.rabbit;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Follows the RabbitDirectories of this Rabbit for ever: lists them, watches their changes, and
 * begins again when the connection or the API server fails.
 */
final class ObjectWatch implements Runnable, AutoCloseable {
  /** Hears of the objects. */
  interface Listener {
    /** All there are; what was heard of before and is not among them is gone. */
    void listed(List<DirectoryObject> objects);

    /** A new one, or one that was changed. */
    void changed(DirectoryObject object);

    void deleted(DirectoryObject object);

    /** Whether all changes are heard of from now on. */
    void connected(boolean isConnected);
  }

  private static final Logger LOG = System.getLogger(ObjectWatch.class.getName());

  /** A watch that lasts longer than the API server was asked for is a dead connection. */
  private static final int LONGEST_SECONDS = ApiServer.WATCH_SECONDS + 20;

  /** No object is longer than what etcd stores. */
  private static final int LONGEST_LINE = 4 << 20;

  private final ApiServer server;
  private final Listener listener;
  private final Pauses pauses;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch-limit").factory());
  private volatile boolean isClosed;

  ObjectWatch(ApiServer server, Listener listener, Pauses pauses) {
    this.server = requireNonNull(server, "server");
    this.listener = requireNonNull(listener, "listener");
    this.pauses = requireNonNull(pauses, "pauses");
  }

  /** Goes on until {@link #close}, or until its thread is interrupted. */
  @Override
  public void run() {
    int failures = 0;
    while (!isClosed) {
      try {
        String version = list();
        failures = 0;
        follow(version);
      } catch (IOException | RuntimeException e) {
        listener.connected(false);
        failures++;
        if (!isClosed) {
          LOG.log(Level.WARNING, "the objects are not watched: {0}", e.toString());
          server.reconnect();
          if (!pause(pauses.after(failures).toMillis())) {
            return;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private String list() throws IOException, InterruptedException {
    List<DirectoryObject> objects = new ArrayList<>();
    String next = "";
    String version;
    do {
      JsonObject page = server.list(next);
      page.objects("items").forEach(item -> read(item, objects));
      version = page.object("metadata").needText("resourceVersion");
      next = page.object("metadata").text("continue").orElse("");
    } while (!next.isEmpty());
    listener.listed(objects);
    return version;
  }

  /** Watches from this version on, watch after watch, until one is told to list again. */
  private void follow(String version) throws IOException, InterruptedException {
    String at = version;
    while (at != null && !isClosed) {
      try (InputStream stream = server.watch(at)) {
        ScheduledFuture<?> limit =
            timer.schedule(() -> close(stream), LONGEST_SECONDS, TimeUnit.SECONDS);
        listener.connected(true);
        String before = at;
        try {
          at = follow(new BufferedInputStream(stream), at);
        } finally {
          limit.cancel(false);
        }
        if (before.equals(at)) { // an end without a word may come at once, again and again
          pause(pauses.after(1).toMillis());
        }
      } catch (ApiException e) {
        if (e.code() != HttpURLConnection.HTTP_GONE) {
          throw e;
        }
        at = null;
      }
    }
  }

  /** The version at the end of this watch; null when the list has to be read anew. */
  private String follow(InputStream lines, String version) throws IOException {
    String at = version;
    for (String line = line(lines); line != null; line = line(lines)) {
      JsonObject event = JsonObject.read(line);
      JsonObject object = event.object("object");
      String type = event.needText("type");
      if (type.equals("ERROR")) {
        if (object.number("code").orElse(0L) == HttpURLConnection.HTTP_GONE) {
          return null;
        }
        throw new IOException("the watch failed: " + object.text("message").orElse(line));
      }
      List<DirectoryObject> read = new ArrayList<>();
      if (!type.equals("BOOKMARK")) {
        read(object, read);
      }
      read.forEach(type.equals("DELETED") ? listener::deleted : listener::changed);
      at = object.object("metadata").needText("resourceVersion");
    }
    return at;
  }

  /** One that cannot be read must not keep the agent from the others. */
  private static void read(JsonObject json, List<DirectoryObject> objects) {
    try {
      objects.add(DirectoryObject.of(json));
    } catch (IllegalArgumentException e) {
      LOG.log(Level.ERROR, "an object is passed over: {0}", e.getMessage());
    }
  }

  /** A line without its end, or null at the end of the stream; half a line counts as none. */
  private static String line(InputStream stream) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    for (int next = stream.read(); next >= 0; next = stream.read()) {
      if (next == '\n') {
        return line.toString(StandardCharsets.UTF_8);
      }
      if (line.size() >= LONGEST_LINE) {
        throw new IOException("a line of the watch has no end");
      }
      line.write(next);
    }
    return null;
  }

  private boolean pause(long millis) {
    try {
      return !timer.awaitTermination(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing a dead watch", e);
    }
  }

  /** Ends a pause at once, and a watch when its thread is interrupted. */
  @Override
  public void close() {
    isClosed = true;
    timer.shutdownNow();
  }
}
