package warren.profile.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.BiFunction;

/** What both directions do alike. */
final class DataFields {
  private DataFields() {}

  /** The payload with the fields the target has, those of the storages too. */
  static ObjectNode of(ObjectNode data, Set<String> fields, Losses losses) {
    ObjectNode rest = data.deepCopy();
    for (String field : Fields.RESTRICTIONS.stream().sorted().toList()) {
      JsonNode value = rest.remove(field);
      if (value != null && !value.isNull() && !(value.isObject() && value.isEmpty())) {
        losses.restrictionLost(field, value);
      }
    }
    if (rest.path("numPorts").asLong(0) > 0) {
      losses.meansElse(
          "numPorts",
          "'%s' is taken over: a total in upstream's v1alpha1, for each container in v1alpha11"
              .formatted(rest.path("numPorts").asText()));
    }
    ObjectNode kept = losses.keep(rest, "", fields);
    replace(kept, "storages", "", (storage, path) -> losses.keep(storage, path, Fields.STORAGE));
    return kept;
  }

  /** Replaces the objects of a list in place; whatever is no object stays as it is. */
  static void replace(
      ObjectNode parent, String field, String path, BiFunction<ObjectNode, String, ObjectNode> by) {
    if (parent.get(field) instanceof ArrayNode list) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < list.size(); i++) {
        String place = Losses.join(path, field) + "[" + i + "]";
        items.add(list.get(i) instanceof ObjectNode item ? by.apply(item, place) : list.get(i));
      }
      parent.set(field, items);
    }
  }
}
