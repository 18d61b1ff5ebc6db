package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.profile.model.Values;

/**
 * An object of a profile with its place, asked for fields of given kinds; a field of another kind
 * becomes a finding and counts as absent.
 *
 * @param path where it stands in the profile; empty for the payload itself
 */
record Payload(ObjectNode node, String path, ProfileNotes notes) {
  private static final String AN_OBJECT = "an object";

  String pathOf(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  Optional<Payload> object(String field) {
    return asObject(node.get(field), pathOf(field));
  }

  /**
   * The objects of a list, with their places; empty when there is no such list. An item without a
   * value is no object: a list has no absent ones.
   */
  List<Payload> objects(String field) {
    List<Payload> objects = new ArrayList<>();
    List<JsonNode> items = items(field);
    for (int i = 0; i < items.size(); i++) {
      String where = pathOf(field) + "[" + i + "]";
      if (items.get(i).isNull()) {
        wrongKind(where, items.get(i), AN_OBJECT);
      }
      asObject(items.get(i), where).ifPresent(objects::add);
    }
    return objects;
  }

  /** What a list holds; empty when there is no such list. */
  List<JsonNode> items(String field) {
    JsonNode list = node.path(field);
    if (present(list) && !list.isArray()) {
      wrongKind(pathOf(field), list, "a list");
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  Optional<String> text(String field) {
    JsonNode value = node.path(field);
    if (present(value) && !value.isTextual()) {
      wrongKind(pathOf(field), value, "a text");
    }
    return Optional.ofNullable(value.textValue());
  }

  boolean flag(String field, boolean otherwise) {
    JsonNode value = node.path(field);
    if (present(value) && !value.isBoolean()) {
      wrongKind(pathOf(field), value, "true or false");
    }
    return value.asBoolean(otherwise);
  }

  /** A whole number from {@code least} to {@code most}, both included. */
  Optional<Long> number(String field, long least, long most) {
    JsonNode value = node.path(field);
    if (!present(value)) {
      return Optional.empty();
    }
    if (value.isIntegralNumber()
        && value.canConvertToLong()
        && value.longValue() >= least
        && value.longValue() <= most) {
      return Optional.of(value.longValue());
    }
    wrongKind(pathOf(field), value, "a whole number from " + least + " to " + most);
    return Optional.empty();
  }

  /** Notes which of these fields are left to their defaults. */
  void defaulted(String... fields) {
    for (String field : fields) {
      if (!has(field)) {
        notes.defaulted(pathOf(field));
      }
    }
  }

  /** The same object with only the fields that a table keeps. */
  Payload filtered(FieldTable table) {
    return new Payload(table.apply(node, path, notes), path, notes);
  }

  private Optional<Payload> asObject(JsonNode value, String where) {
    if (value instanceof ObjectNode object) {
      return Optional.of(new Payload(object, where, notes));
    }
    if (value != null && present(value)) {
      wrongKind(where, value, AN_OBJECT);
    }
    return Optional.empty();
  }

  private static boolean present(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  private void wrongKind(String where, JsonNode value, String expected) {
    String shown = Values.shown(value);
    notes.invalid(where, "is '" + shown + "', not " + expected, "Correct it in the profile.");
  }
}
