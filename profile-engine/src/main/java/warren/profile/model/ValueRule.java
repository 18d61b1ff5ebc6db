package warren.profile.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a field may be, beyond its kind. */
sealed interface ValueRule {
  /**
   * It has a form.
   *
   * @param words completes "is '…', not"
   */
  record Form(Predicate<JsonNode> holds, String words) implements ValueRule {
    public Form {
      requireNonNull(holds, "holds");
      requireNonNull(words, "words");
    }
  }

  /** It must not be there; {@code reason} completes "… is not allowed:". */
  record Forbidden(String reason) implements ValueRule {
    public Forbidden {
      requireNonNull(reason, "reason");
    }
  }

  /** A whole number within these bounds, both included. */
  static ValueRule between(long least, long most) {
    return new Form(
        value -> value.canConvertToLong() && value.asLong() >= least && value.asLong() <= most,
        "a whole number from " + least + " to " + most);
  }

  static ValueRule atLeast(long least) {
    return between(least, Integer.MAX_VALUE);
  }

  static ValueRule oneOf(String... words) {
    return new Form(
        value -> List.of(words).contains(value.asText()), "one of " + String.join(", ", words));
  }

  static ValueRule matching(String expression, String words) {
    Pattern pattern = Pattern.compile(expression);
    return new Form(value -> pattern.matcher(value.asText()).matches(), words);
  }
}
