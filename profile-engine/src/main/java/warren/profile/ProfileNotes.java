package warren.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.Nearest;
import warren.dw.Severity;
import warren.profile.ResolvedProfile.Overridden;
import warren.profile.model.ModelNotes;
import warren.profile.model.Values;

/** Collects what is to be told of a profile while it is read. */
final class ProfileNotes implements ModelNotes {
  static final Code INVALID = new Code("profile-invalid");
  static final Code NOT_ALLOWED = new Code("profile-field-not-allowed");
  static final Code NOT_SUPPORTED = new Code("profile-field-not-supported");
  static final Code UNKNOWN_FIELD = new Code("profile-field-unknown");

  static final Code UNWISE = new Code("profile-unwise");
  static final Code VARIABLE = new Code("profile-variable");
  static final Code OVERRIDDEN = new Code("profile-field-overridden");

  private final String profile;
  private final FieldPlaces places;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Overridden> overrides = new ArrayList<>();
  private final List<String> defaults = new ArrayList<>();
  private final Set<Fault> faults = new HashSet<>();

  private record Fault(Code code, String field) {}

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

  /** Tells what becomes of a field, unless there is a fault in it anyway. */
  void overridden(String field, String given, String used, String reason) {
    if (!given.equals(used) && !isFaulty(field)) {
      overrides.add(new Overridden(field, Optional.of(given), used, reason));
      add(
          Severity.WARNING,
          OVERRIDDEN,
          field,
          "%s '%s' becomes %s: %s.".formatted(field, Values.shown(given), used, reason),
          "Remove it from the profile; it has no effect here.");
    }
  }

  private boolean isFaulty(String field) {
    return faults.stream()
        .anyMatch(fault -> fault.field().equals(field) || fault.field().startsWith(field + "."));
  }

  @Override
  public void refused(String field, String reason) {
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

  @Override
  public void unknown(String path, String field, String what, Collection<String> known) {
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

  /** A variable that a container names and that nobody sets or replaces. */
  void variable(String field, String fault, String hint) {
    add(Severity.WARNING, VARIABLE, field, field + " " + fault + ".", hint);
  }

  @Override
  public void invalid(String field, String fault, String hint) {
    error(INVALID, field, field + " " + fault + ".", hint);
  }

  /** The first fault of a field is told: a second look at it may find the same in other words. */
  private void error(Code code, String field, String message, String hint) {
    if (faults.add(new Fault(code, field))) {
      add(Severity.ERROR, code, field, message, hint);
    }
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
            Optional.of(hint),
            Optional.empty()));
  }
}
