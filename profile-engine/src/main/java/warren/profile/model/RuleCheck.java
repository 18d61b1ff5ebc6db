package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds an object against its {@link ObjectRule}. */
final class RuleCheck {
  private final ModelNotes notes;

  RuleCheck(ModelNotes notes) {
    this.notes = notes;
  }

  void check(ObjectNode object, ObjectRule rule, String path) {
    rule.required().stream()
        .filter(field -> !object.hasNonNull(field))
        .forEach(field -> notes.invalid(path + "." + field, "is missing", "Add it."));
    for (List<String> choice : rule.choices()) {
      long there = count(object, choice);
      if (there != 1) {
        notes.invalid(
            path,
            there == 0 ? "has none of its kinds" : both(object, choice),
            "Give exactly one of " + String.join(", ", choice) + ".");
      }
    }
    for (List<String> choice : rule.exclusive()) {
      if (count(object, choice) > 1) {
        notes.invalid(path, both(object, choice), "Give one of them.");
      }
    }
    rule.values().forEach((field, value) -> checkValue(object, field, value, path));
    rule.unique().forEach(unique -> checkUnique(object, unique, path));
  }

  private static long count(ObjectNode object, List<String> fields) {
    return fields.stream().filter(object::hasNonNull).count();
  }

  private static String both(ObjectNode object, List<String> fields) {
    return "has " + String.join(" and ", fields.stream().filter(object::hasNonNull).toList());
  }

  private void checkValue(ObjectNode object, String field, ValueRule rule, String path) {
    JsonNode value = object.path(field);
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        checkValue(value.get(i), rule, path + "." + field + "[" + i + "]");
      }
    } else if (object.hasNonNull(field)) {
      checkValue(value, rule, path + "." + field);
    }
  }

  private void checkValue(JsonNode value, ValueRule rule, String path) {
    if (!value.isValueNode()) {
      return; // of another kind, which has been told
    }
    switch (rule) {
      case ValueRule.Form form -> {
        if (!form.holds().test(value)) {
          notes.invalid(
              path,
              "is '" + Values.shown(value) + "', not " + form.words(),
              "Correct it in the profile.");
        }
      }
      case ValueRule.Forbidden(String reason) -> {
        if (!value.asText().isEmpty()) {
          notes.refused(path, reason);
        }
      }
    }
  }

  private void checkUnique(ObjectNode object, ObjectRule.Unique unique, String path) {
    Set<String> seen = new HashSet<>();
    JsonNode list = object.path(unique.list());
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      JsonNode key = list.get(i).path(unique.key());
      if (key.isTextual() && !seen.add(comparable(key.textValue()))) {
        notes.invalid(
            path + "." + unique.list() + "[" + i + "]." + unique.key(),
            "is '" + Values.shown(key) + "', as another " + unique.noun() + "'s is",
            "Give every " + unique.noun() + " its own.");
      }
    }
  }

  /** Paths with and without a slash at their end are the same. */
  private static String comparable(String key) {
    return key.length() > 1 && key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
  }
}
