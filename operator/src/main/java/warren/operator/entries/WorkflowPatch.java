package warren.operator.entries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest JSON Patch (RFC 6902) between two states of a Workflow. Every value it replaces is
 * tested first, so that it fails as a whole when somebody else was quicker; what our model does not
 * know is not touched.
 */
final class WorkflowPatch {
  private static final Pattern DRIVER = Pattern.compile("^/status/drivers/(\\d+)/.*");
  private static final Set<String> IDENTITY = Set.of("driverID", "dwdIndex", "watchState");

  private final ArrayNode changes = JsonNodeFactory.instance.arrayNode();

  private WorkflowPatch() {}

  static ArrayNode between(JsonNode before, JsonNode after) {
    WorkflowPatch patch = new WorkflowPatch();
    patch.object("", before, after);
    return patch.changes.isEmpty() ? patch.changes : patch.guarded(before);
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isContainerNode() && before.isEmpty()) {
      // An empty list or map of the model may well be absent in the cluster.
      add("add", path, after);
    } else if (before.isObject() && after.isObject()) {
      object(path, before, after);
    } else if (before.isArray() && after.isArray()) {
      array(path, before, after);
    } else {
      add("test", path, before);
      add("replace", path, after);
    }
  }

  private void object(String path, JsonNode before, JsonNode after) {
    for (Iterator<String> names = after.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String member = path + "/" + escaped(name);
      if (before.hasNonNull(name)) {
        compare(member, before.get(name), after.get(name));
      } else if (!after.get(name).isNull()) {
        add("add", member, after.get(name));
      }
    }
    for (Iterator<String> names = before.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!after.has(name)) {
        remove(path + "/" + escaped(name), before.get(name));
      }
    }
  }

  private void array(String path, JsonNode before, JsonNode after) {
    int common = Math.min(before.size(), after.size());
    for (int i = 0; i < common; i++) {
      compare(path + "/" + i, before.get(i), after.get(i));
    }
    for (int i = common; i < after.size(); i++) {
      add("add", path + "/-", after.get(i));
    }
    for (int i = before.size() - 1; i >= common; i--) {
      remove(path + "/" + i, before.get(i));
    }
  }

  private void remove(String path, JsonNode value) {
    add("test", path, value);
    changes.addObject().put("op", "remove").put("path", path);
  }

  private void add(String op, String path, JsonNode value) {
    changes.addObject().put("op", op).put("path", path).set("value", value);
  }

  private ArrayNode guarded(JsonNode before) {
    ArrayNode guarded = JsonNodeFactory.instance.arrayNode();
    test(guarded, before, "/metadata/uid");
    test(guarded, before, "/status/state");
    for (int driver : touchedDrivers()) {
      IDENTITY.stream()
          .sorted()
          .forEach(field -> test(guarded, before, "/status/drivers/" + driver + "/" + field));
    }
    return guarded.addAll(changes);
  }

  private Set<Integer> touchedDrivers() {
    Set<Integer> touched = new TreeSet<>();
    for (JsonNode change : changes) {
      Matcher driver = DRIVER.matcher(change.get("path").asText());
      if (driver.matches()) {
        touched.add(Integer.valueOf(driver.group(1)));
      }
    }
    return touched;
  }

  private static void test(ArrayNode patch, JsonNode before, String path) {
    JsonNode value = before.at(path);
    if (!value.isMissingNode()) {
      patch.addObject().put("op", "test").put("path", path).set("value", value);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
