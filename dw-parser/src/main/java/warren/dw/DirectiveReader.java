package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the directives of a script by a rule book, and finds all that is wrong with them at once:
 * what the rules refuse and, beyond them, what does not fit together. Can be shared between
 * threads.
 */
public final class DirectiveReader {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(
          (Finding finding) -> finding.place().orElse(new Place("", Integer.MAX_VALUE, 1, 1)),
          Comparator.comparingInt(Place::line).thenComparingInt(Place::column));

  private final RuleBook book;

  public DirectiveReader(RuleBook book) {
    this.book = requireNonNull(book, "book");
  }

  /** Reads; whatever the script holds becomes a directive or a finding, and never an exception. */
  public Reading read(JobScript script) {
    return new Run(book).read(script);
  }

  /** What is remembered while one script is read. */
  private static final class Run {
    private final RuleBook book;
    private final RuleChecker checker = new RuleChecker();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ParsedDirective> parsed = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();

    Run(RuleBook book) {
      this.book = book;
    }

    Reading read(JobScript script) {
      findings.addAll(script.findings());
      for (DirectiveLine line : script.directives()) {
        DirectiveSyntax.parse(line, findings::add).ifPresent(this::admit);
      }
      findings.addAll(CrossChecks.of(parsed, script.directives().size()));
      List<Finding> sorted = findings.stream().distinct().sorted(BY_PLACE).toList();
      return new Reading(directives, registrations, sorted);
    }

    private void admit(ParsedDirective directive) {
      parsed.add(directive);
      List<Rule> rules =
          book.rules().stream().filter(rule -> directive.is(rule.command())).toList();
      List<Finding> faults =
          Stream.of(
                  repeated(directive),
                  unknown(directive, rules),
                  rules.stream().flatMap(rule -> checker.check(directive, rule).stream()).toList())
              .flatMap(List::stream)
              .toList();
      findings.addAll(faults);
      if (faults.isEmpty()) {
        TypedDirectives.of(directive, rules, findings::add)
            .ifPresent(typed -> accept(typed, directive, rules));
      }
    }

    private void accept(Directive typed, ParsedDirective directive, List<Rule> rules) {
      directives.add(typed);
      rules.stream()
          .flatMap(rule -> rule.watchStates().stream())
          .map(state -> new Registration(directive.index(), directive.command().text(), state))
          .forEach(registrations::add);
    }

    private List<Finding> unknown(ParsedDirective directive, List<Rule> rules) {
      List<String> commands = book.rules().stream().map(Rule::command).distinct().toList();
      return rules.isEmpty()
          ? List.of(RuleFindings.unknownCommand(directive, commands))
          : List.of();
    }

    private static List<Finding> repeated(ParsedDirective directive) {
      Map<String, ParsedArgument> first = directive.byName();
      return directive.arguments().stream()
          .filter(argument -> isRepeated(argument, first))
          .map(
              argument ->
                  RuleFindings.repeated(
                      directive, argument, first.get(argument.name()).key().place()))
          .toList();
    }

    private static boolean isRepeated(ParsedArgument argument, Map<String, ParsedArgument> first) {
      return argument.name().equals(ParsedDirective.COMMAND_KEY)
          || !argument.equals(first.get(argument.name()));
    }
  }
}
