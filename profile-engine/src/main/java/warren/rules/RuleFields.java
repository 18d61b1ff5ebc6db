package warren.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import warren.dw.Finding;
import warren.dw.Nearest;
import warren.dw.Place;
import warren.yaml.YamlTree;
import warren.yaml.YamlValue;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;
import warren.yaml.YamlValue.Scalar;

/**
 * The fields of one map, read one by one; what is of another kind is told, and counts as absent.
 */
final class RuleFields {
  private final String path;
  private final MapValue map;
  private final Consumer<Finding> findings;

  RuleFields(String path, MapValue map, Consumer<Finding> findings) {
    this.path = path;
    this.map = map;
    this.findings = findings;
  }

  /** The path of a field, as findings name it. */
  String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** Where a field's value stands; of one that is absent, where the map does. */
  Place place(String field) {
    return map.value(field).orElse(map).place();
  }

  /** Tells of all fields but these: DWS drops them without a word. */
  void know(String... fields) {
    Set<String> known = Set.of(fields);
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                Finding finding =
                    RuleFindings.warning("There is no field '" + path(key) + "'; it has no effect.")
                        .at(entry.place());
                findings.accept(
                    Nearest.of(key, known)
                        .map(near -> finding.hint("Did you mean '" + near + "'?"))
                        .orElse(finding));
              }
            });
  }

  /** The text, where it is given and not empty. */
  Optional<String> text(String field) {
    return scalar(field, Scalar.Type.TEXT).map(Scalar::text).filter(text -> !text.isEmpty());
  }

  /** The text, which may be empty; told when it is absent. */
  String requiredText(String field) {
    Optional<Scalar> scalar = scalar(field, Scalar.Type.TEXT);
    if (scalar.isEmpty() && !isThere(field)) {
      missing(field);
    }
    return scalar.map(Scalar::text).orElse("");
  }

  boolean flag(String field) {
    return scalar(field, Scalar.Type.BOOLEAN)
        .map(RuleFields::json)
        .filter(JsonNode::asBoolean)
        .isPresent();
  }

  /** The number; zero counts as not given. */
  OptionalLong number(String field) {
    Optional<Scalar> scalar = scalar(field, Scalar.Type.INTEGER);
    if (scalar.isEmpty()) {
      return OptionalLong.empty();
    }
    JsonNode number = json(scalar.get());
    if (!number.canConvertToLong()) {
      findings.accept(
          RuleFindings.error(path(field) + " is no number of 64 bits.").at(scalar.get().place()));
    }
    return number.canConvertToLong() && number.longValue() != 0
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  /** What the API server is sent for it: in YAML, {@code on} is true and {@code 0x10} is 16. */
  private static JsonNode json(Scalar scalar) {
    return YamlTree.of(scalar).node();
  }

  /** The texts of a list; none when it is absent. */
  List<Scalar> texts(String field) {
    List<Scalar> texts = new ArrayList<>();
    given(field)
        .ifPresent(
            value -> {
              if (value instanceof ListValue list) {
                for (int i = 0; i < list.items().size(); i++) {
                  as(field + "[" + i + "]", Scalar.Type.TEXT, list.items().get(i))
                      .ifPresent(texts::add);
                }
              } else {
                wrongKind(field, "a list", value);
              }
            });
    return texts;
  }

  /** The list; told when it is absent. */
  Optional<ListValue> list(String field) {
    Optional<YamlValue> value = given(field);
    if (value.isEmpty()) {
      missing(field);
    } else if (!(value.get() instanceof ListValue)) {
      wrongKind(field, "a list", value.get());
    }
    return value.filter(ListValue.class::isInstance).map(ListValue.class::cast);
  }

  /** The map; told when it is absent. */
  Optional<MapValue> map(String field) {
    Optional<YamlValue> value = given(field);
    if (value.isEmpty()) {
      missing(field);
    } else if (!(value.get() instanceof MapValue)) {
      wrongKind(field, "a map", value.get());
    }
    return value.filter(MapValue.class::isInstance).map(MapValue.class::cast);
  }

  private Optional<Scalar> scalar(String field, Scalar.Type type) {
    return given(field).flatMap(value -> as(field, type, value));
  }

  private Optional<Scalar> as(String field, Scalar.Type type, YamlValue value) {
    if (value instanceof Scalar scalar && scalar.type() == type) {
      return Optional.of(scalar);
    }
    wrongKind(field, type.words(), value);
    return Optional.empty();
  }

  /** The value; what is written as nothing at all counts as absent. */
  private Optional<YamlValue> given(String field) {
    return map.value(field)
        .filter(value -> !(value instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING));
  }

  private boolean isThere(String field) {
    return given(field).isPresent();
  }

  private void missing(String field) {
    findings.accept(RuleFindings.error(path(field) + " is missing.").at(map.place()));
  }

  private void wrongKind(String field, String wanted, YamlValue value) {
    Finding finding =
        RuleFindings.error(path(field) + " is " + value.kind() + ", but must be " + wanted + ".")
            .at(value.place());
    findings.accept(
        value instanceof Scalar && wanted.equals(Scalar.Type.TEXT.words())
            ? finding.hint("Write it in quotes.")
            : finding);
  }
}
