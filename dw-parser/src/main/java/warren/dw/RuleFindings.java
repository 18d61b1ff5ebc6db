package warren.dw;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The sentences for what a rule refuses. */
final class RuleFindings {
  /** More are neither compared nor listed: time must not grow with what is only a hint. */
  private static final int COMPARED = 100;

  private RuleFindings() {}

  static Finding unknownCommand(ParsedDirective directive, Collection<String> commands) {
    Word word = directive.command();
    return directive
        .error(
            Codes.UNKNOWN_COMMAND,
            word.place(),
            "There is no command " + Shown.quoted(word.text()) + ".")
        .hint(
            didYouMean(word.text(), commands)
                .orElse("The commands are " + Shown.listed(List.copyOf(commands), "and") + "."));
  }

  /**
   * @param object the name of the object that holds the rules
   */
  static Finding unreadable(ParsedDirective directive, String object) {
    return Finding.error(
            Codes.UNKNOWN_COMMAND.code(),
            Blame.INTERNAL,
            "The rules for %s in the DWDirectiveRule %s cannot be read, so the directive is refused."
                .formatted(Shown.quoted(directive.command().text()), Shown.quoted(object)))
        .hint("The administrator must fix the rules; the operator's log says what is wrong.")
        .about(directive.index())
        .at(directive.command().place());
  }

  /** DWS does not even look at the text where it has no rules. */
  static Finding noRules(DirectiveLine line) {
    return Finding.error(
            Codes.UNKNOWN_COMMAND.code(),
            Blame.INTERNAL,
            "The rule book has no rules, so no directive is accepted.")
        .hint("The administrator must install the rules: objects of the kind DWDirectiveRule.")
        .about(line.index())
        .at(line.place());
  }

  static Finding tooLong(DirectiveLine line) {
    return Finding.error(
            Codes.LINE_TOO_LONG.code(),
            Blame.USER,
            "The directive has more than %s characters, and is not read."
                .formatted(Integer.toString(DirectiveLine.LONGEST)))
        .hint("Shorten it; nothing that a directive can say needs so many.")
        .about(line.index())
        .at(line.place());
  }

  static Finding repeated(ParsedDirective directive, ParsedArgument again) {
    String name = again.name();
    if (name.equals(ParsedDirective.COMMAND_KEY)) {
      return directive
          .error(Codes.REPEATED_ARG, again.key().place(), "No argument can be named 'command'.")
          .hint("Remove it: the command is the word behind '#DW'.");
    }
    Place first = directive.argument(name).orElseThrow().key().place();
    return directive
        .error(
            Codes.REPEATED_ARG,
            again.key().place(),
            "The argument " + Shown.quoted(name) + " is repeated.")
        .hint("Keep one of them; the first is in column " + first.column() + ".");
  }

  static Finding unsupported(ParsedDirective directive, Rule rule, ParsedArgument argument) {
    String name = argument.name();
    String message =
        name.isEmpty()
            ? "An argument has no name before its '='."
            : "The command %s has no argument %s."
                .formatted(Shown.quoted(rule.command()), Shown.quoted(name));
    return directive
        .error(Codes.UNSUPPORTED_ARG, argument.key().place(), message)
        .hint(KeyAdvice.instead(rule, name));
  }

  static Finding valueRequired(
      ParsedDirective directive, RuleDefinition definition, ParsedArgument argument) {
    String name = argument.name();
    return directive
        .error(
            Codes.VALUE_REQUIRED,
            argument.key().place(),
            "The argument " + Shown.quoted(name) + " has no value.")
        .hint("Write " + Shown.quoted(name + "=VALUE") + " without blanks" + where(definition));
  }

  static Finding missing(ParsedDirective directive, RuleDefinition definition) {
    String command = directive.command().text();
    String name = KeyAdvice.shown(definition.key());
    String purpose = Purposes.of(command, name).map(text -> ", " + text).orElse("");
    return directive
        .error(
            Codes.MISSING_REQUIRED,
            directive.command().place(),
            "The command %s needs the argument %s%s."
                .formatted(Shown.quoted(command), Shown.quoted(name), purpose))
        .hint("Add " + Shown.quoted(name + "=VALUE") + where(definition));
  }

  private static String where(RuleDefinition definition) {
    return FormWords.of(definition.form()).map(words -> ", where VALUE is " + words).orElse("")
        + ".";
  }

  static Finding notUnique(
      ParsedDirective directive, ParsedArgument argument, Word value, Word first) {
    return directive
        .error(
            Codes.NOT_UNIQUE,
            value.place(),
            "The %s %s is already taken."
                .formatted(Shown.plain(argument.name()), Shown.quoted(value.text())))
        .hint("Choose another; " + Lines.of(first.place()) + " has this one.");
  }

  static Finding broken(Codes code, ParsedDirective directive, Word where, Expression expression) {
    return ofTheBook(
        code,
        directive,
        where,
        "The rule book's expression %s cannot be used."
            .formatted(Shown.quoted(expression.source())));
  }

  static Finding unknownType(
      ParsedDirective directive, ParsedArgument argument, ValueForm.Unknown form) {
    return ofTheBook(
        Codes.UNSUPPORTED_TYPE,
        directive,
        argument.key(),
        "The rule book gives %s the type %s, which does not exist."
            .formatted(Shown.quoted(argument.name()), Shown.quoted(form.type())));
  }

  static Finding unknownState(ParsedDirective directive, WatchState state) {
    return ofTheBook(
        Codes.UNKNOWN_WATCH_STATE,
        directive,
        directive.command(),
        "The rule book names the state %s, which does not exist: Kubernetes refuses the workflow."
            .formatted(Shown.quoted(state.word())));
  }

  private static Finding ofTheBook(
      Codes code, ParsedDirective directive, Word where, String message) {
    return Finding.error(code.code(), Blame.INTERNAL, message)
        .hint(
            "The administrator must mend the rule for "
                + Shown.quoted(directive.command().text())
                + ".")
        .about(directive.index())
        .at(where.place());
  }

  static Optional<String> didYouMean(String word, Collection<String> candidates) {
    return Nearest.of(word, candidates.stream().limit(COMPARED).toList())
        .map(near -> "Did you mean " + Shown.quoted(near) + "?");
  }
}
