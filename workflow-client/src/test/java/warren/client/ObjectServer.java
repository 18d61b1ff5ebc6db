package warren.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An API server in small, for the real client: it keeps objects by their paths, gives UIDs, applies
 * JSON patches with their tests, minds UID preconditions of deletions, and tells who watches.
 */
final class ObjectServer implements AutoCloseable {
  private static final Set<String> LISTS = Set.of("workflows", "computes", "pods", "leases");

  private record Event(long revision, String type, String path, ObjectNode object) {}

  private final Map<String, ObjectNode> objects = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final LoopbackApi api;
  private Runnable beforePatch = () -> {};
  private long revision = 1;
  private boolean lags;
  private boolean closed;

  ObjectServer() throws IOException {
    api = new LoopbackApi("/", this::answer);
  }

  KubernetesClient client() {
    return api.client();
  }

  /** Puts an object there, or another one in its place. */
  synchronized void put(String path, HasMetadata object) {
    store(objects.containsKey(path) ? "MODIFIED" : "ADDED", path, tree(object));
  }

  /** The object of this path as stored. */
  synchronized <T> T get(String path, Class<T> type) {
    return Serialization.unmarshal(objects.get(path).toString(), type);
  }

  synchronized boolean has(String path) {
    return objects.containsKey(path);
  }

  /** What happens between the arrival of the next patch and its judgement. */
  synchronized void beforeNextPatch(Runnable happens) {
    beforePatch =
        () -> {
          beforePatch = () -> {};
          happens.run();
        };
  }

  /** From now on lists show what was there at the very beginning, as a cache that lags behind. */
  synchronized void lagBehind() {
    lags = true;
  }

  /** Method and path of each request so far, watches left out. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private static ObjectNode tree(Object object) {
    return Serialization.unmarshal(Serialization.asJson(object), ObjectNode.class);
  }

  private void store(String type, String path, ObjectNode object) {
    revision++;
    ((ObjectNode) object.get("metadata")).put("resourceVersion", Long.toString(revision));
    if (type.equals("DELETED")) {
      objects.remove(path);
    } else {
      objects.put(path, object);
    }
    events.add(new Event(revision, type, path, object.deepCopy()));
    notifyAll();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getQuery();
      if (query != null && query.contains("watch=true")) {
        watch(exchange, query);
        return;
      }
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Answer answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.code(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Answer(int code, String body) {
    static Answer of(JsonNode object) {
      return new Answer(200, object.toString());
    }

    static Answer refused(int code) {
      return new Answer(
          code,
          Serialization.asJson(
              new StatusBuilder().withStatus("Failure").withCode(code).withMessage("no").build()));
    }
  }

  private synchronized Answer answer(String method, String path, String body) {
    requests.add(method + " " + path);
    if (method.equals("PATCH")) {
      beforePatch.run();
    }
    boolean list = LISTS.contains(path.substring(path.lastIndexOf('/') + 1));
    if (list) {
      return method.equals("POST") ? create(path, body) : list(path);
    }
    ObjectNode stored = objects.get(path);
    if (stored == null) {
      return Answer.refused(404);
    }
    return switch (method) {
      case "GET" -> Answer.of(stored);
      case "PATCH" -> patch(path, stored, body);
      case "DELETE" -> delete(path, stored, body);
      default -> Answer.refused(405);
    };
  }

  private Answer create(String list, String body) {
    ObjectNode object = Serialization.unmarshal(body, ObjectNode.class);
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    String path = list + "/" + metadata.get("name").asText();
    if (objects.containsKey(path)) {
      return Answer.refused(409);
    }
    metadata.put("uid", "uid-" + revision);
    store("ADDED", path, object);
    return new Answer(201, object.toString());
  }

  private Answer list(String path) {
    ObjectNode list = tree(Map.of("kind", "List", "apiVersion", "v1"));
    list.putObject("metadata").put("resourceVersion", Long.toString(lags ? 1 : revision));
    var items = list.putArray("items");
    (lags ? Map.<String, ObjectNode>of() : objects)
        .forEach(
            (name, object) -> {
              if (name.startsWith(path + "/")) {
                items.add(object);
              }
            });
    return Answer.of(list);
  }

  private Answer patch(String path, ObjectNode stored, String body) {
    try {
      ObjectNode patched =
          (ObjectNode)
              JsonPatch.apply(Serialization.unmarshal(body, JsonNode.class), stored.deepCopy());
      store("MODIFIED", path, patched);
      return Answer.of(patched);
    } catch (JsonPatchException refused) {
      return Answer.refused(422);
    }
  }

  private Answer delete(String path, ObjectNode stored, String body) {
    String wanted =
        Serialization.unmarshal(body, JsonNode.class).path("preconditions").path("uid").asText();
    if (!wanted.isEmpty() && !wanted.equals(stored.path("metadata").path("uid").asText())) {
      return Answer.refused(409);
    }
    store("DELETED", path, stored);
    return Answer.of(stored);
  }

  private void watch(HttpExchange exchange, String query) throws IOException {
    if (exchange.getRequestHeaders().containsKey("Sec-WebSocket-Key")) {
      exchange.sendResponseHeaders(200, -1); // no WebSocket: the client watches by plain HTTP then
      return;
    }
    long seen = Long.parseLong(query.replaceAll(".*resourceVersion=([0-9]+).*", "$1"));
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    out.flush();
    try {
      for (Event event = after(seen); event != null; event = after(seen)) {
        if (event.path().startsWith(exchange.getRequestURI().getPath() + "/")) {
          ObjectNode line = tree(Map.of("type", event.type()));
          line.set("object", event.object());
          out.write((line + "\n").getBytes(UTF_8));
          out.flush();
        }
        seen = event.revision();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Event after(long seen) throws InterruptedException {
    while (!closed) {
      for (Event event : events) {
        if (event.revision() > seen) {
          return event;
        }
      }
      wait();
    }
    return null;
  }

  @Override
  public void close() {
    api.client().close();
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    api.close();
  }
}
