package warren.yaml;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import warren.dw.Place;

/**
 * A value as JSON, and where each of its fields stands.
 *
 * @param places by path, such as {@code data.spec.containers[0].image}: of a field the place of its
 *     name, of a list's item its beginning; the empty path is the value itself
 */
public record YamlTree(JsonNode node, Map<String, Place> places) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  public YamlTree {
    requireNonNull(node, "node");
    places = Map.copyOf(places);
  }

  /** The value as kubectl would send it. */
  public static YamlTree of(YamlValue value) {
    Map<String, Place> places = new HashMap<>();
    places.put("", value.place());
    return new YamlTree(node(value, "", places), places);
  }

  /** The place of a field; empty when it is not there. */
  public Optional<Place> place(String path) {
    return Optional.ofNullable(places.get(path));
  }

  private static JsonNode node(YamlValue value, String path, Map<String, Place> places) {
    return switch (value) {
      case YamlValue.Scalar scalar ->
          scalar.type() == YamlValue.Scalar.Type.TEXT
              ? JSON.textNode(scalar.text())
              : PlainScalar.read(scalar.text());
      case YamlValue.ListValue list -> list(list, path, places);
      case YamlValue.MapValue map -> object(map, path, places);
    };
  }

  private static ArrayNode list(YamlValue.ListValue list, String path, Map<String, Place> places) {
    ArrayNode items = JSON.arrayNode();
    for (YamlValue item : list.items()) {
      String at = path + "[" + items.size() + "]";
      places.put(at, item.place());
      items.add(node(item, at, places));
    }
    return items;
  }

  private static ObjectNode object(YamlValue.MapValue map, String path, Map<String, Place> places) {
    ObjectNode object = JSON.objectNode();
    map.entries()
        .forEach(
            (name, entry) -> {
              String at = path.isEmpty() ? name : path + "." + name;
              places.put(at, entry.place());
              object.set(name, node(entry.value(), at, places));
            });
    return object;
  }
}
