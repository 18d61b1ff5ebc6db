package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something that is wrong, or unwise, with a text or a resource. The one type for scripts,
 * profiles, plans, admission and what the operator says.
 *
 * @param directive the index of the directive it is about, as DWS counts, from zero; empty when it
 *     is about no single one
 * @param place where it stands in the user's text, when it came from one
 * @param message one sentence for the user: what is wrong
 * @param hint what to do about it
 */
public record Finding(
    Severity severity,
    Code code,
    Blame blame,
    Optional<Integer> directive,
    Optional<Place> place,
    String message,
    Optional<String> hint) {
  public Finding {
    requireNonNull(severity, "severity");
    requireNonNull(code, "code");
    requireNonNull(blame, "blame");
    requireNonNull(directive, "directive");
    requireNonNull(place, "place");
    requireNonNull(hint, "hint");
    if (message.isBlank()) {
      throw new IllegalArgumentException("a finding says what is wrong");
    }
  }

  /** An error without place or hint; see {@link #at}, {@link #about} and {@link #hint(String)}. */
  public static Finding error(Code code, Blame blame, String message) {
    return new Finding(
        Severity.ERROR, code, blame, Optional.empty(), Optional.empty(), message, Optional.empty());
  }

  /** A warning to the user, without place or hint. */
  public static Finding warning(Code code, String message) {
    return new Finding(
        Severity.WARNING,
        code,
        Blame.USER,
        Optional.empty(),
        Optional.empty(),
        message,
        Optional.empty());
  }

  /** The same, about the directive with this index (from zero). */
  public Finding about(int directiveIndex) {
    return new Finding(severity, code, blame, Optional.of(directiveIndex), place, message, hint);
  }

  /** The same, at this place. */
  public Finding at(Place where) {
    return new Finding(severity, code, blame, directive, Optional.of(where), message, hint);
  }

  /** The same, with this advice. */
  public Finding hint(String advice) {
    return new Finding(severity, code, blame, directive, place, message, Optional.of(advice));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The message, and after it the hint where there is one. */
  public String sentence() {
    return hint.map(advice -> message + " " + advice).orElse(message);
  }
}
