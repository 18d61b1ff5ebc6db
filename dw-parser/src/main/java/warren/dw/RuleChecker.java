package warren.dw;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks directives against rules, one workflow long: it remembers the values that must be unique.
 * Where upstream stops at the first error, this goes on; what it accepts is the same.
 */
final class RuleChecker {
  private final Map<String, Word> seen = new HashMap<>();

  /** Tells all that is wrong with this directive by this rule of its command. */
  void check(ParsedDirective directive, Rule rule, Faults faults) {
    List<RuleDefinition> definitions = rule.definitions();
    BitSet met = new BitSet(definitions.size());
    for (ParsedArgument argument : directive.distinct()) {
      if (!argument.name().equals(ParsedDirective.COMMAND_KEY)) {
        int decides = decides(directive, rule, argument, faults);
        if (decides >= 0) {
          met.set(decides);
          checkValue(directive, definitions.get(decides), argument, faults);
        }
      }
    }
    for (int i = met.nextClearBit(0); i < definitions.size(); i = met.nextClearBit(i + 1)) {
      RuleDefinition definition = definitions.get(i);
      if (definition.required()) {
        faults.add(() -> RuleFindings.missing(directive, definition));
      }
    }
  }

  /**
   * The index of the first definition whose key is found in the name, which decides about an
   * argument alone; -1, and a fault told, when there is none or a broken key is met before it.
   */
  private static int decides(
      ParsedDirective directive, Rule rule, ParsedArgument argument, Faults faults) {
    for (int i = 0; i < rule.definitions().size(); i++) {
      Expression key = rule.definitions().get(i).key();
      if (key.broken()) {
        faults.add(() -> RuleFindings.broken(Codes.BAD_KEY_REGEX, directive, argument.key(), key));
        return -1;
      }
      if (key.foundIn(argument.name())) {
        return i;
      }
    }
    faults.add(() -> RuleFindings.unsupported(directive, rule, argument));
    return -1;
  }

  private void checkValue(
      ParsedDirective directive,
      RuleDefinition definition,
      ParsedArgument argument,
      Faults faults) {
    Optional<Word> given = argument.given();
    if (given.isEmpty() && definition.valueRequired()) {
      faults.add(() -> RuleFindings.valueRequired(directive, definition, argument));
      return;
    }
    Word value = given.orElseGet(() -> instead(definition.form(), argument.key()));
    boolean good = new ValueCheck(directive, argument, value, faults).check(definition.form());
    if (good && definition.uniqueWithin().isPresent()) {
      String entry = definition.uniqueWithin().get() + "/" + value.text();
      Word first = seen.putIfAbsent(entry, value);
      if (first != null) {
        faults.add(() -> RuleFindings.notUnique(directive, argument, value, first));
      }
    }
  }

  /** What counts for a value that was not given. */
  private static Word instead(ValueForm form, Word key) {
    String text = form instanceof ValueForm.TrueOrFalse ? "true" : ParsedArgument.NO_VALUE;
    return new Word(key.line(), key.offset(), key.length(), text);
  }
}
