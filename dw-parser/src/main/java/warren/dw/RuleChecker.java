package warren.dw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks directives against rules, one workflow long: it remembers the values that must be unique.
 * Where upstream stops at the first error, this goes on; what it accepts is the same.
 */
final class RuleChecker {
  private final Map<String, Place> seen = new HashMap<>();

  /** All that is wrong with this directive by this rule of its command. */
  List<Finding> check(ParsedDirective directive, Rule rule) {
    List<Finding> findings = new ArrayList<>();
    Set<RuleDefinition> met = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ParsedArgument argument : directive.byName().values()) {
      if (argument.name().equals(ParsedDirective.COMMAND_KEY)) {
        continue;
      }
      Optional<Finding> broken = brokenKey(directive, rule, argument);
      if (broken.isPresent()) {
        findings.add(broken.get());
        continue;
      }
      Optional<RuleDefinition> definition = definitionOf(rule, argument.name());
      if (definition.isEmpty()) {
        findings.add(RuleFindings.unsupported(directive, rule, argument));
        continue;
      }
      met.add(definition.get());
      findings.addAll(checkValue(directive, definition.get(), argument));
    }
    rule.definitions().stream()
        .filter(definition -> definition.required() && !met.contains(definition))
        .map(definition -> RuleFindings.missing(directive, definition))
        .forEach(findings::add);
    return findings;
  }

  /** The first definition whose key is found in the name decides about an argument, alone. */
  private static Optional<RuleDefinition> definitionOf(Rule rule, String name) {
    return rule.definitions().stream()
        .filter(definition -> definition.key().foundIn(name))
        .findFirst();
  }

  private static Optional<Finding> brokenKey(
      ParsedDirective directive, Rule rule, ParsedArgument argument) {
    for (RuleDefinition definition : rule.definitions()) {
      if (definition.key().broken()) {
        return Optional.of(
            RuleFindings.broken(
                Codes.BAD_KEY_REGEX, directive, argument.key().place(), definition.key()));
      }
      if (definition.key().foundIn(argument.name())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<Finding> checkValue(
      ParsedDirective directive, RuleDefinition definition, ParsedArgument argument) {
    boolean isBool = definition.form() instanceof ValueForm.TrueOrFalse;
    Optional<Word> given = argument.given();
    if (given.isEmpty() && definition.valueRequired()) {
      return List.of(RuleFindings.valueRequired(directive, definition, argument));
    }
    String instead = isBool ? "true" : ParsedArgument.NO_VALUE;
    Word value = given.orElseGet(() -> new Word(instead, argument.key().place()));
    List<Finding> findings = new ValueCheck(directive, argument, value).check(definition.form());
    if (!findings.isEmpty() || definition.uniqueWithin().isEmpty()) {
      return findings;
    }
    String entry = definition.uniqueWithin().get() + "/" + value.text();
    Optional<Place> before = Optional.ofNullable(seen.putIfAbsent(entry, value.place()));
    return before
        .map(place -> RuleFindings.notUnique(directive, argument, value, place))
        .map(List::of)
        .orElse(List.of());
  }
}
