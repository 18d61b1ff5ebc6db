package warren.fuzz;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import warren.dw.Directive;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Place;
import warren.dw.ReadDirective;
import warren.dw.Reading;

/** What is true of the reading of every script, whatever stands in it and in the rule book. */
final class Invariants {
  /** What a rule book can refuse, by DWS's kinds. */
  private static final Set<String> RULE_BOOK =
      Set.of(
          "missing-prefix",
          "no-command",
          "repeated-arg",
          "unknown-command",
          "bad-key-regex",
          "unsupported-arg",
          "value-required",
          "bad-integer",
          "above-max",
          "below-min",
          "bad-bool",
          "bad-string",
          "bad-pattern-regex",
          "bad-list-word",
          "repeated-list-word",
          "unsupported-type",
          "not-unique",
          "missing-required");

  private final DirectiveReader reader;
  private final JobScript script;
  private final Reading reading;

  private Invariants(DirectiveReader reader, JobScript script) {
    this.reader = reader;
    this.script = script;
    this.reading = reader.read(script);
  }

  /**
   * Reads the script and checks what came of it; its places are to be inside this text.
   *
   * @param choice decides by its remainder which of the costly checks is made, so that more inputs
   *     can be tried
   */
  static void hold(DirectiveReader reader, JobScript script, Text text, int choice) {
    Invariants invariants = new Invariants(reader, script);
    invariants.everyLineIsToldOf();
    invariants.verdictsFollowFromFindings();
    invariants.findingsAreDistinctAndInOrder();
    invariants.placesAreInside(text);
    switch (choice % 3) {
      case 0 -> invariants.eachDirectiveReadsBackTheSame();
      case 1 -> invariants.allDirectivesReadBackTheSame();
      default -> invariants.workflowReadsAsTheScript();
    }
  }

  private void everyLineIsToldOf() {
    require(
        reading.lines().stream().map(ReadDirective::line).toList().equals(script.directives()),
        () -> "lines " + reading.lines());
    Set<Integer> refused = new HashSet<>();
    errors()
        .filter(Invariants::isOfTheRuleBook)
        .forEach(e -> e.directive().ifPresent(refused::add));
    reading
        .registrations()
        .forEach(
            entry ->
                require(!refused.contains(entry.directive()), () -> entry + " of a refused one"));
  }

  private Stream<Finding> errors() {
    return reading.findings().stream().filter(Finding::isError);
  }

  private static boolean isOfTheRuleBook(Finding finding) {
    return RULE_BOOK.contains(finding.code().value());
  }

  private void verdictsFollowFromFindings() {
    require(
        reading.admitted() == errors().noneMatch(Invariants::isOfTheRuleBook),
        () -> "admitted " + reading.admitted());
    require(reading.accepted() == errors().findAny().isEmpty(), () -> "accepted");
    boolean all = reading.directives().size() == script.directives().size();
    require(!reading.accepted() || all, () -> "accepted, but a directive is missing");
  }

  private void findingsAreDistinctAndInOrder() {
    List<Finding> findings = reading.findings();
    require(new HashSet<>(findings).size() == findings.size(), () -> "a finding is told twice");
    List<Place> places = findings.stream().flatMap(finding -> finding.place().stream()).toList();
    require(
        places.stream()
            .sorted(Comparator.comparingInt(Place::line).thenComparingInt(Place::column))
            .toList()
            .equals(places),
        () -> "findings are not in the order of their places");
  }

  private void placesAreInside(Text text) {
    for (Finding finding : reading.findings()) {
      Place place = finding.place().orElseThrow(() -> new AssertionError("nowhere: " + finding));
      require(text.holds(place), () -> "outside of the text: " + finding);
    }
  }

  private void eachDirectiveReadsBackTheSame() {
    for (Directive directive : reading.directives()) {
      Reading again = reader.read(JobScript.ofDirectives(List.of(directive.text())));
      require(again.admitted(), () -> directive.text() + " is refused: " + again.findings());
      require(
          again.directives().stream()
              .map(Directive::text)
              .toList()
              .equals(List.of(directive.text())),
          () -> directive.text() + " reads back as " + again.directives());
    }
  }

  private void allDirectivesReadBackTheSame() {
    if (reading.accepted()) {
      List<String> printed = reading.directives().stream().map(Directive::text).toList();
      Reading again = reader.read(JobScript.ofDirectives(printed));
      require(again.accepted(), () -> printed + " is refused: " + again.findings());
      require(
          again.directives().equals(reading.directives()),
          () -> printed + " reads back as " + again.directives());
    }
  }

  /** The person at submit time and the operator, which sees the list alone, get one verdict. */
  private void workflowReadsAsTheScript() {
    Optional<Finding> lost = script.findings().stream().filter(Finding::isError).findFirst();
    if (lost.isEmpty()) {
      Reading workflow = reader.read(JobScript.ofDirectives(script.texts()));
      require(
          workflow.admitted() == reading.admitted()
              && workflow.accepted() == reading.accepted()
              && workflow.directives().equals(reading.directives()),
          () -> "as a workflow: " + workflow.findings());
    }
  }

  private void require(boolean isTrue, Supplier<String> otherwise) {
    if (!isTrue) {
      throw new AssertionError(otherwise.get() + "\nwith findings " + reading.findings());
    }
  }
}
