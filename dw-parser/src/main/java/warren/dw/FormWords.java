package warren.dw;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in words what the expressions of a rule book ask for. */
final class FormWords {
  private static final String CAPACITY =
      "digits and a unit (KB, KiB, MB, MiB, GB, GiB, TB or TiB), such as 10GiB";

  /** By expression, without its anchors. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "[a-z][a-z0-9-]+",
          "a lower-case letter, then one or more lower-case letters, digits or hyphens",
          "[a-z][a-z0-9_]+",
          "a lower-case letter, then one or more lower-case letters, digits or underscores",
          "[0-9]+(KB|KiB|MB|MiB|GB|GiB|TB|TiB)",
          CAPACITY,
          "\\d+(KB|KiB|MB|MiB|GB|GiB|TB|TiB)",
          CAPACITY,
          "\\d+(KiB|KB|MiB|MB|GiB|GB|TiB|TB)",
          CAPACITY);

  private FormWords() {}

  /** What a text must be to fit; empty when there are no words for it. */
  static Optional<String> of(Expression expression) {
    List<String> choices = choices(expression);
    if (choices.size() == 1) {
      return Optional.of("the word " + choices.get(0));
    }
    if (!choices.isEmpty()) {
      return Optional.of(oneOf(choices));
    }
    return inner(expression).flatMap(FormWords::known);
  }

  /** What a value of this form must be; empty when there are no words for it. */
  static Optional<String> of(ValueForm form) {
    return switch (form) {
      case ValueForm.Text text -> text.pattern().flatMap(FormWords::of);
      case ValueForm.TextList list -> {
        List<String> choices = choices(list);
        yield choices.isEmpty()
            ? Optional.empty()
            : Optional.of("a list, separated by commas, of " + String.join(", ", choices));
      }
      case ValueForm.WholeNumber number -> Optional.of(number(number));
      case ValueForm.TrueOrFalse bool ->
          bool.strict() ? Optional.of("true or false") : Optional.empty();
      case ValueForm.Unknown unknown -> Optional.empty();
    };
  }

  /** The words a value may be, where the form enumerates them; else none. */
  static List<String> choices(ValueForm form) {
    return switch (form) {
      case ValueForm.Text text -> text.pattern().map(FormWords::choices).orElse(List.of());
      case ValueForm.TextList list ->
          list.patterns().stream().map(FormWords::choices).anyMatch(List::isEmpty)
              ? List.of()
              : list.patterns().stream().flatMap(p -> choices(p).stream()).toList();
      case ValueForm.WholeNumber number -> List.of();
      case ValueForm.TrueOrFalse bool -> List.of("true", "false");
      case ValueForm.Unknown unknown -> List.of();
    };
  }

  /** The one name this key fits, where it is anchored and plain. */
  static Optional<String> plainKey(Expression key) {
    return inner(key).filter(FormWords::isPlain);
  }

  /** The plain beginning of an anchored key that fits a family of names: {@code DW_JOB_}. */
  static Optional<String> family(Expression key) {
    return inner(key)
        .filter(inner -> !isPlain(inner))
        .map(inner -> inner.substring(0, plainLength(inner)))
        .filter(start -> !start.isEmpty());
  }

  /** What must follow the beginning of a family of names. */
  static Optional<String> familyRest(Expression key) {
    return inner(key).flatMap(inner -> known(inner.substring(plainLength(inner))));
  }

  static String oneOf(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String number(ValueForm.WholeNumber number) {
    String least = number.min().isPresent() ? ", at least " + number.min().getAsLong() : "";
    String most = number.max().isPresent() ? ", at most " + number.max().getAsLong() : "";
    return "a whole number" + least + most;
  }

  private static List<String> choices(Expression expression) {
    String inner = inner(expression).orElse("");
    boolean group = inner.startsWith("(") && inner.endsWith(")");
    String alternatives = group ? inner.substring(1, inner.length() - 1) : inner;
    List<String> words = List.of(alternatives.split("\\|", -1));
    boolean enumerates = words.stream().allMatch(FormWords::isPlain);
    return enumerates && (group || words.size() == 1) ? words : List.of();
  }

  private static Optional<String> inner(Expression expression) {
    String source = expression.source();
    boolean anchored = source.length() > 1 && source.startsWith("^") && source.endsWith("$");
    return anchored ? Optional.of(source.substring(1, source.length() - 1)) : Optional.empty();
  }

  private static Optional<String> known(String inner) {
    return Optional.ofNullable(KNOWN.get(inner));
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty() && plainLength(text) == text.length();
  }

  private static int plainLength(String text) {
    int at = 0;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }
}
