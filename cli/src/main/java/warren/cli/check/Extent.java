package warren.cli.check;

import java.util.Optional;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;

/** How far scripts are checked. */
@FunctionalInterface
interface Extent {
  /** By the rule book alone. */
  Extent RULES = (script, reading) -> reading.withoutCrossChecks();

  /** As far as can be told from the directives alone. */
  Extent DIRECTIVES = (script, reading) -> reading;

  /** Whether nothing is wrong with what is asked beside the rules. */
  default boolean isSound() {
    return true;
  }

  /** The rules of the cluster that is asked; empty when none is. */
  default Optional<RuleBook> rules() {
    return Optional.empty();
  }

  /**
   * What is to be told of a script.
   *
   * @param reading what its directives say by themselves
   */
  Reading of(JobScript script, Reading reading);
}
