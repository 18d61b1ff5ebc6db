package warren.operator.entries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Iterator;

/**
 * The smallest JSON Patch (RFC 6902) between two states of a Workflow. The patch tests the version
 * that everything in it was computed from, so that the patch fails as a whole if anybody else has
 * written meanwhile; what our model does not know is not touched.
 */
final class WorkflowPatch {
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
        remove(path + "/" + escaped(name));
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
      remove(path + "/" + i);
    }
  }

  private void remove(String path) {
    changes.addObject().put("op", "remove").put("path", path);
  }

  private void add(String op, String path, JsonNode value) {
    changes.addObject().put("op", op).put("path", path).set("value", value);
  }

  private ArrayNode guarded(JsonNode before) {
    ArrayNode guarded = JsonNodeFactory.instance.arrayNode();
    test(guarded, before, "/metadata/uid");
    test(guarded, before, "/metadata/resourceVersion");
    return guarded.addAll(changes);
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
