package warren.operator.admission;

import java.util.List;
import warren.dw.Finding;

/**
 * What is said about a write.
 *
 * @param errors why it is refused; empty when it is not
 * @param warnings what its author is told besides
 */
record Verdict(List<Finding> errors, List<Finding> warnings) {
  Verdict {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  boolean allowed() {
    return errors.isEmpty();
  }
}
