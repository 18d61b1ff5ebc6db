package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The rules of one DWDirectiveRule.
 *
 * @param name the object's, and the driver's where a rule names none
 * @param rules in the object's order, which is the order of the registrations
 */
public record RuleObject(String name, List<Rule> rules) {
  public RuleObject {
    requireNonNull(name, "name");
    rules = List.copyOf(rules);
  }
}
