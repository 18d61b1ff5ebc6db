package warren.dw;

import java.util.List;
import java.util.Optional;

/** Says which arguments a command has, and which of them was meant. */
final class KeyAdvice {
  private KeyAdvice() {}

  /**
   * The name of the arguments of this key as a person writes it: {@code type}, {@code DW_JOB_name}.
   */
  static String shown(Expression key) {
    return FormWords.plainKey(key)
        .or(() -> FormWords.family(key).map(start -> start + "name"))
        .orElse(key.source());
  }

  /** What to write instead of a name that the rule does not know. */
  static String instead(Rule rule, String name) {
    return member(rule, name)
        .or(() -> near(rule, name))
        .or(() -> nearFamily(rule, name))
        .orElseGet(() -> all(rule));
  }

  /** The name begins as those of a family do, but goes on otherwise. */
  private static Optional<String> member(Rule rule, String name) {
    for (RuleDefinition definition : rule.definitions()) {
      Optional<String> start = FormWords.family(definition.key()).filter(name::startsWith);
      Optional<String> rest = FormWords.familyRest(definition.key());
      if (start.isPresent() && rest.isPresent()) {
        return Optional.of("What follows '" + start.get() + "' must be " + rest.get() + ".");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> near(Rule rule, String name) {
    List<String> names =
        rule.definitions().stream()
            .flatMap(definition -> FormWords.plainKey(definition.key()).stream())
            .toList();
    return RuleFindings.didYouMean(name, names);
  }

  /** The name's beginning, up to its second underscore, is nearly that of a family. */
  private static Optional<String> nearFamily(Rule rule, String name) {
    int start = name.indexOf('_', name.indexOf('_') + 1) + 1;
    List<String> families =
        rule.definitions().stream()
            .flatMap(definition -> FormWords.family(definition.key()).stream())
            .toList();
    return Nearest.of(name.substring(0, start), families)
        .map(family -> "Did you mean '" + family + name.substring(start) + "'?");
  }

  private static String all(Rule rule) {
    List<String> names =
        rule.definitions().stream().map(definition -> shown(definition.key())).toList();
    return names.isEmpty()
        ? "It takes no arguments."
        : "Its arguments are " + RuleFindings.and(names) + ".";
  }
}
