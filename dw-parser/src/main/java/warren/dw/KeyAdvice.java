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
    return notAName(name)
        .or(() -> member(rule, name))
        .or(() -> near(rule, name))
        .or(() -> nearFamily(rule, name))
        .or(() -> pool(name))
        .orElseGet(() -> all(rule));
  }

  private static Optional<String> notAName(String name) {
    return switch (name) {
      case "" -> Optional.of("Write 'NAME=VALUE', without blanks around the '='.");
      case "\\" ->
          Optional.of("A backslash joins no lines: write the whole directive on one line.");
      default -> Optional.empty();
    };
  }

  /** Slurm asks for what NNF refuses, so people write it. */
  private static Optional<String> pool(String name) {
    return name.equals("pool")
        ? Optional.of(
            "Leave it out. If sbatch then refuses the job, the administrator must let Slurm pass"
                + " #DW lines on: 'Directive=BB_DWS' in burst_buffer.conf.")
        : Optional.empty();
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
        .map(family -> "Did you mean " + Shown.quoted(family + name.substring(start)) + "?");
  }

  private static String all(Rule rule) {
    List<String> names =
        rule.definitions().stream().map(definition -> shown(definition.key())).toList();
    return names.isEmpty()
        ? "It takes no arguments."
        : "Its arguments are " + Shown.listed(names, "and") + ".";
  }
}
