package warren.dw;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Converts what the rules have accepted to typed directives. */
final class TypedDirectives {
  private static final Map<String, Rule> KNOWN =
      StandardRules.OBJECT.rules().stream().collect(toUnmodifiableMap(Rule::command, rule -> rule));

  private final ParsedDirective directive;
  private final Consumer<Finding> findings;

  private TypedDirectives(ParsedDirective directive, Consumer<Finding> findings) {
    this.directive = directive;
    this.findings = findings;
  }

  /**
   * The directive; empty, and a finding told, when Warren cannot do what the rules accepted. What
   * Warren does not understand and other drivers do is kept as it was written.
   */
  static Optional<Directive> of(
      ParsedDirective directive,
      List<Rule> rules,
      List<Registration> registrations,
      Consumer<Finding> findings) {
    Optional<Rule> standard = Optional.ofNullable(KNOWN.get(directive.command().text()));
    Faults beyond = new Faults(directive);
    standard
        .filter(rule -> !rules.contains(rule))
        .ifPresent(rule -> new RuleChecker().check(without(directive, rule), rule, beyond));
    TypedDirectives typed = new TypedDirectives(directive, findings);
    if (beyond.isEmpty()) {
      return typed.typed();
    }
    if (WarrenDrivers.areForeign(registrations)) {
      return Optional.of(typed.foreign());
    }
    beyond.all().stream().map(TypedDirectives::beyondWarren).forEach(findings);
    return Optional.empty();
  }

  /**
   * The directive without the arguments that the site has added, with which Warren does nothing. An
   * argument that would name a storage stays: the name of a container's variable has limits.
   */
  private static ParsedDirective without(ParsedDirective directive, Rule standard) {
    List<ParsedArgument> known =
        directive.arguments().stream()
            .filter(
                argument ->
                    StorageBinding.Scope.ofKey(argument.name()).isPresent()
                        || standard.definitions().stream()
                            .anyMatch(definition -> definition.key().foundIn(argument.name())))
            .toList();
    return new ParsedDirective(directive.line(), directive.command(), known);
  }

  private static Finding beyondWarren(Finding refused) {
    return new Finding(
        Severity.ERROR,
        Codes.BEYOND_WARREN.code(),
        Blame.INTERNAL,
        refused.directive(),
        refused.place(),
        "The rule book accepts this, but Warren does not: " + refused.message(),
        refused.hint(),
        refused.detail());
  }

  private Optional<Directive> typed() {
    int index = directive.index();
    return switch (directive.command().text()) {
      case "jobdw" ->
          capacity()
              .map(size -> new JobDw(index, text("name"), type(), size, profile(), requires()));
      case "create_persistent" ->
          directive.value("capacity").isPresent()
              ? capacity().map(Optional::of).map(this::createPersistent)
              : Optional.of(createPersistent(Optional.empty()));
      case "destroy_persistent" -> Optional.of(new DestroyPersistent(index, text("name")));
      case "persistentdw" -> Optional.of(new PersistentDw(index, text("name"), requires()));
      case "copy_in" ->
          Optional.of(new CopyIn(index, text("source"), text("destination"), profile()));
      case "copy_out" ->
          Optional.of(new CopyOut(index, text("source"), text("destination"), profile()));
      case "container" ->
          Optional.of(new ContainerDw(index, text("name"), text("profile"), storages()));
      default -> Optional.of(foreign());
    };
  }

  private Directive createPersistent(Optional<Capacity> capacity) {
    return new CreatePersistent(directive.index(), text("name"), type(), capacity, profile());
  }

  private Directive foreign() {
    return new ForeignDirective(directive.index(), directive.command().text(), directive.written());
  }

  private String text(String argument) {
    return directive.value(argument).orElseThrow().text();
  }

  private FileSystemType type() {
    return FileSystemType.of(text("type")).orElseThrow();
  }

  private Optional<String> profile() {
    return directive.value("profile").map(Word::text);
  }

  private List<String> requires() {
    return directive
        .value("requires")
        .map(word -> List.of(word.text().split(",", -1)))
        .orElse(List.of());
  }

  private List<StorageBinding> storages() {
    return directive.arguments().stream()
        .filter(argument -> StorageBinding.Scope.ofKey(argument.name()).isPresent())
        .map(argument -> new StorageBinding(argument.name(), argument.given().orElseThrow().text()))
        .toList();
  }

  /** The rules know only the form of a capacity, not what can be counted or used. */
  private Optional<Capacity> capacity() {
    Word word = directive.value("capacity").orElseThrow();
    Optional<Capacity> capacity = Capacity.of(word.text());
    if (capacity.isEmpty()) {
      findings.accept(
          directive
              .error(
                  Codes.CAPACITY_TOO_LARGE,
                  word.place(),
                  Shown.quoted(word.text()) + " is too large.")
              .hint("The largest capacity is " + Long.MAX_VALUE / 1_000_000_000_000L + "TB."));
    } else if (capacity.get().bytes() == 0) {
      findings.accept(
          directive
              .error(Codes.ZERO_CAPACITY, word.place(), "The capacity is zero.")
              .hint("Ask for at least 1KB."));
      return Optional.empty();
    }
    return capacity;
  }
}
