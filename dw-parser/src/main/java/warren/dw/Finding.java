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
 * @param detail what an administrator needs besides, and the user does not: names and values of the
 *     cluster, commands to mend it; never a secret
 */
public record Finding(
    Severity severity,
    Code code,
    Blame blame,
    Optional<Integer> directive,
    Optional<Place> place,
    String message,
    Optional<String> hint,
    Optional<String> detail) {
  public Finding {
    requireNonNull(severity, "severity");
    requireNonNull(code, "code");
    requireNonNull(blame, "blame");
    requireNonNull(directive, "directive");
    requireNonNull(place, "place");
    requireNonNull(hint, "hint");
    requireNonNull(detail, "detail");
    if (message.isBlank()) {
      throw new IllegalArgumentException("a finding says what is wrong");
    }
  }

  /**
   * A bare one; see {@link #at}, {@link #about}, {@link #hint(String)}, {@link #detail(String)}.
   */
  public Finding(Severity severity, Code code, Blame blame, String message) {
    this(
        severity,
        code,
        blame,
        Optional.empty(),
        Optional.empty(),
        message,
        Optional.empty(),
        Optional.empty());
  }

  /** A bare error. */
  public static Finding error(Code code, Blame blame, String message) {
    return new Finding(Severity.ERROR, code, blame, message);
  }

  /** A bare warning to the user. */
  public static Finding warning(Code code, String message) {
    return new Finding(Severity.WARNING, code, Blame.USER, message);
  }

  /** The same, about the directive with this index (from zero). */
  public Finding about(int directiveIndex) {
    return new Finding(
        severity, code, blame, Optional.of(directiveIndex), place, message, hint, detail);
  }

  /** The same, at this place. */
  public Finding at(Place where) {
    return new Finding(severity, code, blame, directive, Optional.of(where), message, hint, detail);
  }

  /** The same, with this advice. */
  public Finding hint(String advice) {
    return new Finding(
        severity, code, blame, directive, place, message, Optional.of(advice), detail);
  }

  /** The same, with this for an administrator. */
  public Finding detail(String text) {
    return new Finding(severity, code, blame, directive, place, message, hint, Optional.of(text));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The message, and after it the hint where there is one. */
  public String sentence() {
    return hint.map(advice -> message + " " + advice).orElse(message);
  }
}
