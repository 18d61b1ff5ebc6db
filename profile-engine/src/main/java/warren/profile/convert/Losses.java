package warren.profile.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.Severity;
import warren.profile.FieldPlaces;
import warren.profile.model.Values;

/** Collects what a conversion has to tell. */
final class Losses {
  private static final Code LOST = new Code("conversion-loses-field");
  private static final Code RESTRICTION_LOST = new Code("conversion-loses-restriction");
  private static final Code MEANING = new Code("conversion-changes-meaning");

  private final String profile;
  private final ProfileShape target;
  private final boolean isSame;
  private final FieldPlaces places;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param isSame whether the profile is of the target's shape already, so that every field means
   *     what it meant
   */
  Losses(String profile, ProfileShape target, boolean isSame, FieldPlaces places) {
    this.profile = profile;
    this.target = target;
    this.isSame = isSame;
    this.places = places;
  }

  List<Finding> findings() {
    return findings;
  }

  /** The fields of an object that are in a set; the others are lost. */
  ObjectNode keep(ObjectNode object, String path, Set<String> fields) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(
            property -> {
              if (fields.contains(property.getKey())) {
                kept.set(property.getKey(), property.getValue().deepCopy());
              } else {
                lost(path, property.getKey(), property.getValue());
              }
            });
    return kept;
  }

  /** A field that the target has no place for; a null says nothing, and nothing is lost by it. */
  void lost(String path, String field, JsonNode value) {
    if (!value.isNull()) {
      add(
          Severity.WARNING,
          LOST,
          join(path, field),
          " '%s' is lost: %s has no place for it.".formatted(Values.shown(value), target.word()),
          "Keep the profile in its present shape where this matters.");
    }
  }

  /** A field that kept others from using the profile, or from using much by it. */
  void restrictionLost(String field, JsonNode value) {
    add(
        Severity.ERROR,
        RESTRICTION_LOST,
        field,
        " '%s' is lost: it is Warren's own, and without it the profile allows more."
            .formatted(Values.shown(value)),
        field.equals("limits")
            ? "Remove it from the file first, if the site has another way to limit jobs."
            : "Remove it from the file first, and use userID or groupID, or a policy of the site,"
                + " to keep others out.");
  }

  /** A field that is taken over, and that readers of the two shapes understand differently. */
  void meansElse(String field, String words) {
    if (!isSame) {
      add(Severity.WARNING, MEANING, field, " " + words + ".", "Check the number.");
    }
  }

  static String join(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private void add(Severity severity, Code code, String field, String rest, String hint) {
    findings.add(
        new Finding(
            severity,
            code,
            Blame.INTERNAL,
            Optional.empty(),
            places.nearest(field),
            "Profile " + profile + ": " + field + rest,
            Optional.of(hint),
            Optional.empty()));
  }
}
