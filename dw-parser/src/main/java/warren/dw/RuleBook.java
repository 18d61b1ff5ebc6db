package warren.dw;

import java.util.List;

/**
 * Which commands there are and what their arguments may be. Where several rules have one command, a
 * directive must satisfy all of them.
 */
public record RuleBook(List<Rule> rules) {
  public RuleBook {
    rules = List.copyOf(rules);
  }

  /** The rules of NNF: the seven commands that Warren understands. */
  public static RuleBook standard() {
    return new RuleBook(StandardRules.all());
  }
}
