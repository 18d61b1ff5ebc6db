package warren.dw;

import java.util.ArrayList;
import java.util.List;

/** The sentences for values that a rule's form refuses. */
final class ValueFindings {
  private ValueFindings() {}

  static Finding bad(
      Codes code, ParsedDirective directive, String name, Word value, ValueForm form) {
    String message =
        switch (value.text()) {
          case "" -> "The argument " + Shown.quoted(name) + " has an empty value.";
          case ParsedArgument.NO_VALUE -> "The argument " + Shown.quoted(name) + " has no value.";
          default -> refused(value.text(), "value", name);
        };
    return directive.error(code, value.place(), message).hint(instead(value.text(), form));
  }

  static Finding badWord(
      ParsedDirective directive, String name, Word word, ValueForm.TextList form) {
    String message =
        word.text().isEmpty()
            ? "An empty word stands in the list of " + Shown.quoted(name) + "."
            : refused(word.text(), "word", name);
    return directive
        .error(Codes.BAD_LIST_WORD, word.place(), message)
        .hint(instead(word.text(), form));
  }

  private static String refused(String text, String what, String name) {
    return "%s is not a %s that %s takes.".formatted(Shown.quoted(text), what, Shown.quoted(name));
  }

  static Finding repeatedWord(ParsedDirective directive, String name, Word word) {
    String what = word.text().isEmpty() ? "An empty word" : Shown.quoted(word.text());
    return directive
        .error(
            Codes.REPEATED_LIST_WORD,
            word.place(),
            what + " stands twice in the list of " + Shown.quoted(name) + ".")
        .hint("Keep one of them.");
  }

  private static String instead(String text, ValueForm form) {
    List<String> advice = new ArrayList<>();
    if (isQuoted(text)) {
      advice.add("Leave out the quotes: they are part of the value.");
    } else {
      RuleFindings.didYouMean(text, FormWords.choices(form)).ifPresent(advice::add);
    }
    advice.add(
        FormWords.of(form)
            .map(words -> "It must be " + words + ".")
            .orElse("The site's rule book asks for another form: ask the administrator for it."));
    return String.join(" ", advice);
  }

  private static boolean isQuoted(String text) {
    return text.startsWith("\"") || text.startsWith("'");
  }
}
