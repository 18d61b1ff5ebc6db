package warren.rabbit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object, asked for its fields by name. A field of another type than expected is an
 * IllegalArgumentException that names the field.
 *
 * @param fields as {@link Json#read} gives them
 */
record JsonObject(Map<?, ?> fields) {
  /** Reads text that is one object. */
  static JsonObject read(String text) {
    return of(Json.read(text), "the text");
  }

  private static JsonObject of(Object value, String name) {
    if (value instanceof Map<?, ?> fields) {
      return new JsonObject(fields);
    }
    throw new IllegalArgumentException(name + " is not a JSON object");
  }

  /** An object; an empty one when the field is absent. */
  JsonObject object(String name) {
    Object value = fields.get(name);
    return value == null ? new JsonObject(Map.of()) : of(value, name);
  }

  /** A string; empty when the field is absent. */
  Optional<String> text(String name) {
    return typed(name, String.class);
  }

  /** A string that must be there. */
  String needText(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  /** A whole number; empty when the field is absent. */
  Optional<Long> number(String name) {
    return typed(name, Long.class);
  }

  /** A whole number that must be there. */
  long needNumber(String name) {
    return number(name).orElseThrow(() -> missing(name));
  }

  /** A list of strings; empty when the field is absent. */
  List<String> texts(String name) {
    return list(name).stream()
        .map(
            item -> {
              if (item instanceof String text) {
                return text;
              }
              throw new IllegalArgumentException(name + " is not a list of strings");
            })
        .toList();
  }

  /** A list of objects; empty when the field is absent. */
  List<JsonObject> objects(String name) {
    return list(name).stream().map(item -> of(item, name)).toList();
  }

  private List<?> list(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(name + " is not a list");
  }

  private <T> Optional<T> typed(String name, Class<T> type) {
    Object value = fields.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (type.isInstance(value)) {
      return Optional.of(type.cast(value));
    }
    throw new IllegalArgumentException(name + " is not a " + type.getSimpleName());
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(name + " is missing");
  }
}
