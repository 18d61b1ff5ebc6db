package warren.profile;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.profile.model.Kind;
import warren.profile.model.Values;

/**
 * The fields of one kind of object, and what Warren does with each.
 *
 * @param what the kind, with its article, as in "is not a field of a pod"
 */
record FieldTable(String what, Map<String, FieldRule> rules) {
  FieldTable {
    requireNonNull(what, "what");
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }

  static FieldTable of(String what) {
    return new FieldTable(what, Map.of());
  }

  FieldTable keep(String... fields) {
    return with(new FieldRule.Kept(), fields);
  }

  FieldTable override(String field, Kind kind, String used, String reason) {
    return with(new FieldRule.Overridden(kind, used, reason), field);
  }

  FieldTable refuse(String reason, String... fields) {
    return with(new FieldRule.Refused(reason), fields);
  }

  FieldTable offOnly(String reason, String... fields) {
    return with(new FieldRule.OffOnly(reason), fields);
  }

  FieldTable unsupported(String reason, String... fields) {
    return with(new FieldRule.Unsupported(reason), fields);
  }

  private FieldTable with(FieldRule rule, String... fields) {
    Map<String, FieldRule> more = new LinkedHashMap<>(rules);
    for (String field : fields) {
      more.put(field, rule);
    }
    return new FieldTable(what, more);
  }

  /**
   * The kept fields of an object, in the order written; all others become findings or overrides.
   *
   * @param path where the object stands in the profile; empty for the payload itself
   */
  ObjectNode apply(ObjectNode object, String path, ProfileNotes notes) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(
            property -> {
              if (judge(property.getKey(), property.getValue(), path, notes)) {
                kept.set(property.getKey(), property.getValue());
              }
            });
    return kept;
  }

  /** Fields to be suggested: what is refused wherever it says something is none. */
  private List<String> allowed() {
    return rules.entrySet().stream()
        .filter(
            rule ->
                rule.getValue() instanceof FieldRule.Kept
                    || rule.getValue() instanceof FieldRule.Overridden)
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean judge(String field, JsonNode value, String path, ProfileNotes notes) {
    if (value.isNull()) {
      return false; // a null says nothing, whatever the field
    }
    String full = path.isEmpty() ? field : path + "." + field;
    FieldRule rule = rules.get(field);
    if (rule == null) {
      notes.unknown(full, field, what, allowed());
      return false;
    }
    switch (rule) {
      case FieldRule.Kept() -> {
        return true;
      }
      case FieldRule.Overridden(Kind kind, String used, String reason) -> {
        if (kind.check(value, full, notes)) {
          notes.overridden(full, Values.text(value), used, reason);
        }
      }
      case FieldRule.Refused(String reason) -> notes.refused(full, reason);
      case FieldRule.OffOnly(String reason) -> {
        if (Kind.SWITCH.check(value, full, notes) && value.booleanValue()) {
          notes.refused(full, reason);
        }
      }
      case FieldRule.Unsupported(String reason) -> notes.unsupported(full, reason);
    }
    return false;
  }
}
