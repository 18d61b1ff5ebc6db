package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.Nearest;
import warren.dw.Severity;
import warren.profile.ResolvedProfile.Overridden;

/** Collects what is to be told of a profile while it is read. */
final class ProfileNotes {
  static final Code INVALID = new Code("profile-invalid");
  static final Code NOT_ALLOWED = new Code("profile-field-not-allowed");
  static final Code NOT_SUPPORTED = new Code("profile-field-not-supported");
  static final Code UNKNOWN_FIELD = new Code("profile-field-unknown");

  static final Code UNWISE = new Code("profile-unwise");
  static final Code OVERRIDDEN = new Code("profile-field-overridden");

  /** The longest value that a message repeats, in characters. */
  private static final int LONGEST_SHOWN = 40;

  private final String profile;
  private final FieldPlaces places;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Overridden> overrides = new ArrayList<>();
  private final List<String> defaults = new ArrayList<>();

  ProfileNotes(String profile, FieldPlaces places) {
    this.profile = profile;
    this.places = places;
  }

  List<Finding> findings() {
    return findings;
  }

  List<Overridden> overrides() {
    return overrides;
  }

  List<String> defaults() {
    return defaults;
  }

  void defaulted(String field) {
    defaults.add(field);
  }

  boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }

  /** The value as a person writes it: texts without quotes, anything else as JSON. */
  static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** The same, cut where it is too long for a message. */
  static String shown(JsonNode value) {
    return shown(text(value));
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  void overridden(String field, String given, String used, String reason) {
    if (!given.equals(used)) {
      overrides.add(new Overridden(field, Optional.of(given), used, reason));
      add(
          Severity.WARNING,
          OVERRIDDEN,
          field,
          "%s '%s' becomes %s: %s.".formatted(field, shown(given), used, reason),
          "Remove it from the profile; it has no effect here.");
    }
  }

  void refused(String field, String reason) {
    error(
        NOT_ALLOWED,
        field,
        field + " is not allowed: " + reason + ".",
        "Remove it from the profile.");
  }

  void unsupported(String field, String reason) {
    error(
        NOT_SUPPORTED,
        field,
        field + " is not supported yet: " + reason + ".",
        "Remove it from the profile.");
  }

  void unknown(String path, String field, String what, Collection<String> known) {
    error(
        UNKNOWN_FIELD,
        path,
        path + " is not a field of " + what + ".",
        Nearest.of(field, known)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Remove it from the profile."));
  }

  /** What is only unwise; {@code fault} as of {@link #invalid}. */
  void unwise(String field, String fault, String hint) {
    add(Severity.WARNING, UNWISE, field, field + " " + fault + ".", hint);
  }

  /**
   * @param fault completes a sentence that begins with the field, without full stop
   */
  void invalid(String field, String fault, String hint) {
    error(INVALID, field, field + " " + fault + ".", hint);
  }

  private void error(Code code, String field, String message, String hint) {
    add(Severity.ERROR, code, field, message, hint);
  }

  private void add(Severity severity, Code code, String field, String message, String hint) {
    findings.add(
        new Finding(
            severity,
            code,
            Blame.INTERNAL,
            Optional.empty(),
            places.nearest(field),
            "Profile " + profile + ": " + message,
            Optional.of(hint)));
  }
}
