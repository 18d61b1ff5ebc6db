package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
      findings.addAll(CrossChecks.of(parsed, lines.size(), book.containersPerJob()));
      return new Reading(lines, directives, findings.stream().sorted(BY_PLACE).toList());
    }

    private ReadDirective line(DirectiveLine line) {
      if (line.isTooLong()) {
        findings.add(RuleFindings.tooLong(line));
        return unread(line);
      }
      if (book.isEmpty()) {
        findings.add(RuleFindings.noRules(line));
        return DirectiveSyntax.parse(line, unheard -> {})
            .map(directive -> read(directive, List.of()))
            .orElseGet(() -> unread(line));
      }
      return DirectiveSyntax.parse(line, findings::add)
          .map(this::check)
          .orElseGet(() -> unread(line));
    }

    private static ReadDirective unread(DirectiveLine line) {
      return new ReadDirective(line, Optional.empty(), List.of(), List.of());
    }

    private static ReadDirective read(ParsedDirective directive, List<Registration> registrations) {
      Optional<String> command = Optional.of(directive.command().text());
      return new ReadDirective(directive.line(), command, directive.written(), registrations);
    }

    private ReadDirective check(ParsedDirective directive) {
      parsed.add(directive);
      List<RuleBook.Entry> entries = book.of(directive.command().text());
      Faults faults = new Faults(directive);
      for (ParsedArgument argument : directive.arguments()) {
        if (directive.isRepeated(argument)) {
          faults.add(() -> RuleFindings.repeated(directive, argument));
        }
      }
      Optional<String> unreadable = book.unreadable(directive.command().text());
      if (unreadable.isPresent()) {
        faults.add(() -> RuleFindings.unreadable(directive, unreadable.get()));
      } else if (entries.isEmpty()) {
        faults.add(() -> RuleFindings.unknownCommand(directive, book.commands()));
      }
      entries.forEach(entry -> checker.check(directive, entry.rule(), faults));
      findings.addAll(faults.all());
      return read(directive, faults.isEmpty() ? admit(directive, entries) : List.of());
    }

    private List<Registration> admit(ParsedDirective directive, List<RuleBook.Entry> entries) {
      List<Rule> rules = entries.stream().map(RuleBook.Entry::rule).toList();
      List<Registration> registrations = Registrations.of(directive, entries);
      TypedDirectives.of(directive, rules, registrations, findings::add).ifPresent(directives::add);
      registrations.stream()
          .map(Registration::state)
          .filter(state -> state.state().isEmpty())
          .distinct()
          .map(state -> RuleFindings.unknownState(directive, state))
          .forEach(findings::add);
      return registrations;
    }
  }
}
