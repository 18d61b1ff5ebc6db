package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a rule says of one argument, or of a family of arguments.
 *
 * @param key searched for in the argument's name
 * @param form what the value may be
 * @param required whether some argument must be of this definition
 * @param valueRequired whether the form without {@code =} is refused; an empty value is not
 * @param uniqueWithin a set of values, shared by the whole workflow, in which the value must be new
 */
public record RuleDefinition(
    Expression key,
    ValueForm form,
    boolean required,
    boolean valueRequired,
    Optional<String> uniqueWithin) {
  public RuleDefinition {
    requireNonNull(key, "key");
    requireNonNull(form, "form");
    requireNonNull(uniqueWithin, "uniqueWithin");
  }

  /** An optional argument that needs a value. */
  public static RuleDefinition optional(String key, ValueForm form) {
    return new RuleDefinition(Expression.of(key), form, false, true, Optional.empty());
  }

  /** An argument that must be given, with a value. */
  public static RuleDefinition required(String key, ValueForm form) {
    return new RuleDefinition(Expression.of(key), form, true, true, Optional.empty());
  }

  /** The same, its value to be new in this set. */
  public RuleDefinition uniqueIn(String set) {
    return new RuleDefinition(key, form, required, valueRequired, Optional.of(set));
  }
}
