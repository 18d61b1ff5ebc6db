package warren.profile.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The form that a value has, beyond its kind.
 *
 * @param words completes "is '…', not"
 */
record ValueRule(Predicate<JsonNode> holds, String words) {
  static final ValueRule ANY = new ValueRule(value -> true, "anything");

  ValueRule {
    requireNonNull(holds, "holds");
    requireNonNull(words, "words");
  }

  /** A whole number within these bounds, both included. */
  static ValueRule between(long least, long most) {
    return new ValueRule(
        value -> value.canConvertToLong() && value.asLong() >= least && value.asLong() <= most,
        "a whole number from " + least + " to " + most);
  }

  static ValueRule atLeast(long least) {
    return between(least, Integer.MAX_VALUE);
  }

  static ValueRule oneOf(String... words) {
    return text(
        List.of(words)::contains, (words.length > 1 ? "one of " : "") + String.join(", ", words));
  }

  static ValueRule matching(String expression, String words) {
    Pattern pattern = Pattern.compile(expression);
    return text(text -> pattern.matcher(text).matches(), words);
  }

  static ValueRule text(Predicate<String> holds, String words) {
    return new ValueRule(value -> holds.test(value.asText()), words);
  }
}
