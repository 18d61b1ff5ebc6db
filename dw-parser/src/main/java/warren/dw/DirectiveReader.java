package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    Run(RuleBook book) {
      this.book = book;
    }

    Reading read(JobScript script) {
      findings.addAll(script.findings());
      List<ReadDirective> lines = script.directives().stream().map(this::line).toList();
      findings.addAll(CrossChecks.of(parsed, lines.size()));
      List<Finding> sorted = findings.stream().distinct().sorted(BY_PLACE).toList();
      return new Reading(lines, directives, sorted);
    }

    private ReadDirective line(DirectiveLine line) {
      return DirectiveSyntax.parse(line, findings::add)
          .map(this::admit)
          .orElseGet(() -> new ReadDirective(line, Optional.empty(), List.of(), List.of()));
    }

    private ReadDirective admit(ParsedDirective directive) {
      parsed.add(directive);
      List<RuleBook.Entry> entries = book.of(directive.command().text());
      List<Finding> faults =
          Stream.of(
                  repeated(directive),
                  unknown(directive, entries),
                  entries.stream()
                      .flatMap(entry -> checker.check(directive, entry.rule()).stream())
                      .toList())
              .flatMap(List::stream)
              .toList();
      findings.addAll(faults);
      if (faults.isEmpty()) {
        List<Rule> rules = entries.stream().map(RuleBook.Entry::rule).toList();
        TypedDirectives.of(directive, rules, findings::add).ifPresent(directives::add);
      }
      return new ReadDirective(
          directive.line(),
          Optional.of(directive.command().text()),
          directive.written(),
          faults.isEmpty() ? Registrations.of(directive, entries) : List.of());
    }

    private List<Finding> unknown(ParsedDirective directive, List<RuleBook.Entry> entries) {
      return entries.isEmpty()
          ? List.of(RuleFindings.unknownCommand(directive, List.copyOf(book.commands())))
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
