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
    List<String> choices = List.copyOf(expression.words());
    if (choices.size() == 1) {
      return Optional.of("the word " + choices.get(0));
    }
    if (!choices.isEmpty()) {
      return Optional.of(oneOf(choices));
    }
    return expression.inner().flatMap(FormWords::known);
  }

  /** What a value of this form must be; empty when there are no words for it. */
  static Optional<String> of(ValueForm form) {
    return switch (form) {
      case ValueForm.Text text -> text.pattern().flatMap(FormWords::of);
      case ValueForm.TextList list -> {
        List<String> choices = choices(list);
        yield choices.isEmpty()
            ? Optional.empty()
            : Optional.of("a list, separated by commas, of " + Shown.listed(choices, "and"));
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
      case ValueForm.Text text -> choices(text.pattern().stream().toList());
      case ValueForm.TextList list -> choices(list.patterns());
      case ValueForm.WholeNumber number -> List.of();
      case ValueForm.TrueOrFalse bool -> List.of("true", "false");
      case ValueForm.Unknown unknown -> List.of();
    };
  }

  private static List<String> choices(List<Expression> patterns) {
    boolean all = patterns.stream().noneMatch(pattern -> pattern.words().isEmpty());
    return all ? patterns.stream().flatMap(p -> p.words().stream()).toList() : List.of();
  }

  /** The one name this key fits, where it is anchored and plain. */
  static Optional<String> plainKey(Expression key) {
    return key.inner().filter(Expression::isPlain);
  }

  /** The plain beginning of an anchored key that fits a family of names: {@code DW_JOB_}. */
  static Optional<String> family(Expression key) {
    return key.inner()
        .filter(inner -> !Expression.isPlain(inner))
        .map(inner -> inner.substring(0, Expression.plainLength(inner)))
        .filter(start -> !start.isEmpty());
  }

  /** What must follow the beginning of a family of names. */
  static Optional<String> familyRest(Expression key) {
    return key.inner().flatMap(inner -> known(inner.substring(Expression.plainLength(inner))));
  }

  private static String oneOf(List<String> words) {
    return Shown.listed(words, "or");
  }

  private static String number(ValueForm.WholeNumber number) {
    String least = number.min().isPresent() ? ", at least " + number.min().getAsLong() : "";
    String most = number.max().isPresent() ? ", at most " + number.max().getAsLong() : "";
    return "a whole number" + least + most;
  }

  private static Optional<String> known(String inner) {
    return Optional.ofNullable(KNOWN.get(inner));
  }
}
