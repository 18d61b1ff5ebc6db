package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Holds an object against its {@link ObjectRule}. */
final class RuleCheck {
  private final ModelNotes notes;

  RuleCheck(ModelNotes notes) {
    this.notes = notes;
  }

  void check(ObjectNode object, ObjectRule rule, String path) {
    for (Demand demand : rule.demands()) {
      switch (demand) {
        case Demand.Required(String field) -> {
          if (!isGiven(object, field)) {
            notes.invalid(path + "." + field, "is missing", "Add it.");
          }
        }
        case Demand.Forbidden(String field, String reason) -> {
          if (isGiven(object, field)) {
            notes.refused(path + "." + field, reason);
          }
        }
        case Demand.ExactlyOne(List<String> choice) ->
            checkChoice(object, choice, rule.forbidden(), path);
        case Demand.AtMostOne(List<String> choice) -> {
          if (count(object, choice) > 1) {
            notes.invalid(path, both(object, choice), "Give one of them.");
          }
        }
        case Demand.Value(String field, ValueRule form) -> {
          if (isGiven(object, field)) {
            forEach(object, field, path, (item, at) -> checkValue(item, form, at));
          }
        }
        case Demand.Entries entries -> checkEntries(object.path(entries.field()), entries, path);
        case Demand.Single(String field) -> {
          JsonNode list = object.path(field);
          if (list.size() != 1) {
            notes.invalid(path + "." + field, "has " + list.size() + " items", "Give exactly one.");
          }
        }
        case Demand.Unique unique -> checkUnique(object, unique, path);
        case Demand.When(String field, ValueRule form, boolean holds, ObjectRule then) -> {
          if (form.holds().test(object.path(field)) == holds) {
            check(object, then, path);
          }
        }
        case Demand.Within(String field, ObjectRule inner) ->
            forEach(
                object,
                field,
                path,
                (item, at) -> {
                  if (item instanceof ObjectNode here) {
                    check(here, inner, at);
                  }
                });
      }
    }
  }

  private interface Item {
    void at(JsonNode value, String path);
  }

  /** The items of a list, or else the value itself. */
  private static void forEach(ObjectNode object, String field, String path, Item item) {
    JsonNode value = object.path(field);
    String at = path + "." + field;
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        item.at(value.get(i), at + "[" + i + "]");
      }
    } else {
      item.at(value, at);
    }
  }

  private static boolean isGiven(ObjectNode object, String field) {
    JsonNode value = object.path(field);
    boolean empty =
        (value.isArray() && value.isEmpty()) || (value.isTextual() && value.textValue().isEmpty());
    return object.hasNonNull(field) && !empty;
  }

  private static long count(ObjectNode object, List<String> fields) {
    return fields.stream().filter(field -> isGiven(object, field)).count();
  }

  private static String both(ObjectNode object, List<String> fields) {
    return "has "
        + String.join(" and ", fields.stream().filter(field -> isGiven(object, field)).toList());
  }

  private void checkChoice(
      ObjectNode object, List<String> choice, Set<String> forbidden, String path) {
    long there = count(object, choice);
    if (there != 1) {
      List<String> allowed = choice.stream().filter(Predicate.not(forbidden::contains)).toList();
      notes.invalid(
          path,
          there == 0 ? "has none of its kinds" : both(object, choice),
          "Give exactly one of " + String.join(", ", allowed) + ".");
    }
  }

  private void checkValue(JsonNode value, ValueRule rule, String path) {
    // What is no single value is of another kind, which has been told.
    if (value.isValueNode() && !value.isNull() && !rule.holds().test(value)) {
      notes.wrongKind(path, value, rule.words());
    }
  }

  private void checkEntries(JsonNode map, Demand.Entries entries, String path) {
    map.properties()
        .forEach(
            entry -> {
              String at = path + "." + entries.field() + "." + entry.getKey();
              if (!entries.key().holds().test(TextNode.valueOf(entry.getKey()))) {
                notes.invalid(at, "is not " + entries.key().words(), "Correct it in the profile.");
              }
              checkValue(entry.getValue(), entries.value(), at);
            });
  }

  private void checkUnique(ObjectNode object, Demand.Unique unique, String path) {
    Set<String> seen = new HashSet<>();
    JsonNode list = object.path(unique.field());
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      JsonNode key = list.get(i).path(unique.key());
      if (key.isTextual()
          && !key.textValue().isEmpty()
          && !seen.add(MountPaths.comparable(key.textValue()))) {
        notes.invalid(
            path + "." + unique.field() + "[" + i + "]." + unique.key(),
            "is '" + Values.shown(key) + "', as another " + unique.noun() + "'s is",
            "Give every " + unique.noun() + " its own.");
      }
    }
  }
}
