package warren.dw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences for what a rule refuses. */
final class RuleFindings {
  private RuleFindings() {}

  static Finding unknownCommand(ParsedDirective directive, List<String> commands) {
    String word = directive.command().text();
    String advice =
        Nearest.of(word, commands)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse(
                commands.isEmpty()
                    ? "The rule book has no commands at all: tell the administrator."
                    : "The commands are " + and(commands) + ".");
    return directive
        .error(
            Codes.UNKNOWN_COMMAND,
            directive.command().place(),
            "There is no command '" + word + "'.")
        .hint(advice);
  }

  static Finding repeated(ParsedDirective directive, ParsedArgument again, Place first) {
    String name = again.name();
    if (name.equals(ParsedDirective.COMMAND_KEY)) {
      return directive
          .error(Codes.REPEATED_ARG, again.key().place(), "No argument can be named 'command'.")
          .hint("Remove it: the command is the word behind '#DW'.");
    }
    return directive
        .error(Codes.REPEATED_ARG, again.key().place(), "The argument '" + name + "' is repeated.")
        .hint("Keep one of them; the first is in column " + first.column() + ".");
  }

  static Finding unsupported(ParsedDirective directive, Rule rule, ParsedArgument argument) {
    String name = argument.name();
    String message =
        name.isEmpty()
            ? "An argument has no name before its '='."
            : "The command '" + rule.command() + "' has no argument '" + name + "'.";
    return directive
        .error(Codes.UNSUPPORTED_ARG, argument.key().place(), message)
        .hint(KeyAdvice.instead(rule, name));
  }

  static Finding valueRequired(
      ParsedDirective directive, RuleDefinition definition, ParsedArgument argument) {
    return directive
        .error(
            Codes.VALUE_REQUIRED,
            argument.key().place(),
            "The argument '" + argument.name() + "' has no value.")
        .hint("Write '" + argument.name() + "=VALUE' without blanks" + where(definition) + ".");
  }

  static Finding missing(ParsedDirective directive, RuleDefinition definition) {
    String command = directive.command().text();
    String name = KeyAdvice.shown(definition.key());
    String purpose = Purposes.of(command, name).map(text -> ", " + text).orElse("");
    return directive
        .error(
            Codes.MISSING_REQUIRED,
            directive.command().place(),
            "The command '" + command + "' needs the argument '" + name + "'" + purpose + ".")
        .hint("Add '" + name + "=VALUE'" + where(definition) + ".");
  }

  private static String where(RuleDefinition definition) {
    return FormWords.of(definition.form()).map(words -> ", where VALUE is " + words).orElse("");
  }

  static Finding badValue(
      Codes code, ParsedDirective directive, String name, Word value, ValueForm form) {
    String message =
        switch (value.text()) {
          case "" -> "The argument '" + name + "' has an empty value.";
          case ParsedArgument.NO_VALUE -> "The argument '" + name + "' has no value.";
          default -> "'" + value.text() + "' is not a value that '" + name + "' takes.";
        };
    return directive.error(code, value.place(), message).hint(instead(value, form));
  }

  static Finding badWord(
      ParsedDirective directive, String name, Word word, ValueForm.TextList form) {
    String message =
        word.text().isEmpty()
            ? "An empty word stands in the list of '" + name + "'."
            : "'" + word.text() + "' is not a word that '" + name + "' takes.";
    return directive.error(Codes.BAD_LIST_WORD, word.place(), message).hint(instead(word, form));
  }

  private static String instead(Word value, ValueForm form) {
    List<String> advice = new ArrayList<>();
    Nearest.of(value.text(), FormWords.choices(form))
        .ifPresent(near -> advice.add("Did you mean '" + near + "'?"));
    advice.add(
        FormWords.of(form)
            .map(words -> "It must be " + words + ".")
            .orElse("The site's rule book asks for another form: ask the administrator for it."));
    return String.join(" ", advice);
  }

  static Finding repeatedWord(ParsedDirective directive, ParsedArgument argument, Word word) {
    String what = word.text().isEmpty() ? "An empty word" : "'" + word.text() + "'";
    return directive
        .error(
            Codes.REPEATED_LIST_WORD,
            word.place(),
            what + " stands twice in the list of '" + argument.name() + "'.")
        .hint("Keep one of them.");
  }

  static Finding notUnique(
      ParsedDirective directive, ParsedArgument argument, Word value, Place first) {
    return directive
        .error(
            Codes.NOT_UNIQUE,
            value.place(),
            "The " + argument.name() + " '" + value.text() + "' is already taken.")
        .hint("Choose another; " + Lines.of(first) + " has this one.");
  }

  static Finding broken(Codes code, ParsedDirective directive, Place place, Expression expression) {
    return Finding.error(
            code.code(),
            Blame.INTERNAL,
            "The rule book's expression '" + expression.source() + "' cannot be read.")
        .hint("The administrator must mend the rule for '" + directive.command().text() + "'.")
        .about(directive.index())
        .at(place);
  }

  static Finding unknownType(
      ParsedDirective directive, ParsedArgument argument, ValueForm.Unknown form) {
    return Finding.error(
            Codes.UNSUPPORTED_TYPE.code(),
            Blame.INTERNAL,
            "The rule book gives '"
                + argument.name()
                + "' the type '"
                + form.type()
                + "', which does not exist.")
        .hint("The administrator must mend the rule for '" + directive.command().text() + "'.")
        .about(directive.index())
        .at(argument.key().place());
  }

  static String and(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  static Optional<String> didYouMean(String word, List<String> candidates) {
    return Nearest.of(word, candidates).map(near -> "Did you mean '" + near + "'?");
  }
}
