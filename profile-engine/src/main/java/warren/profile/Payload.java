package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.profile.model.Kind;

/**
 * An object of a profile with its place, asked for fields of given kinds; a field of another kind
 * becomes a finding and counts as absent.
 *
 * @param path where it stands in the profile; empty for the payload itself
 */
record Payload(ObjectNode node, String path, ProfileNotes notes) {
  /** Of storages and containers; its {@code maxItems}. */
  private static final int LONGEST_LIST = 64;

  String pathOf(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  Optional<Payload> object(String field) {
    JsonNode value = node.path(field);
    return present(value) && Kind.OBJECT.check(value, pathOf(field), notes)
        ? Optional.of(new Payload((ObjectNode) value, pathOf(field), notes))
        : Optional.empty();
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
      if (Kind.OBJECT.check(items.get(i), where, notes)) {
        objects.add(new Payload((ObjectNode) items.get(i), where, notes));
      }
    }
    return objects;
  }

  /** Tells lists that are longer than the definition of profiles lets them be. */
  void checkLengths(String... fields) {
    for (String field : fields) {
      int size = node.path(field).size();
      if (node.path(field).isArray() && size > LONGEST_LIST) {
        notes.invalid(
            pathOf(field),
            "has %d items, more than %d".formatted(size, LONGEST_LIST),
            "Remove some.");
      }
    }
  }

  /** What a list holds; empty when there is no such list. */
  List<JsonNode> items(String field) {
    JsonNode list = node.path(field);
    if (!present(list) || !Kind.LIST.check(list, pathOf(field), notes)) {
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  Optional<String> text(String field) {
    JsonNode value = node.path(field);
    if (present(value)) {
      Kind.TEXT.check(value, pathOf(field), notes);
    }
    return Optional.ofNullable(value.textValue());
  }

  boolean flag(String field, boolean otherwise) {
    JsonNode value = node.path(field);
    boolean given = present(value) && Kind.SWITCH.check(value, pathOf(field), notes);
    return given ? value.booleanValue() : otherwise;
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
    notes.wrongKind(pathOf(field), value, "a whole number from " + least + " to " + most);
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

  private static boolean present(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }
}
