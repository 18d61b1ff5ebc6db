package warren.operator.containers;

import java.util.Optional;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.operator.entries.Entry;
import warren.operator.entries.SeenWorkflow;

/**
 * Beside NNF's own driver nothing is done for a container directive that it would run as well: a
 * user would get the containers twice. Pure.
 */
final class Rivals {
  /** The id of nnf-sos's driver. */
  private static final String NNF = "nnf";

  private Rivals() {}

  /** What is wrong, when another driver has the directive of this entry too. */
  static Optional<Finding> of(SeenWorkflow workflow, Entry entry) {
    return workflow.entries().stream()
        .filter(other -> other.driver().equals(NNF) && other.directive() == entry.directive())
        .findFirst()
        .map(
            rival ->
                Finding.error(
                        new Code("two-container-drivers"),
                        Blame.INTERNAL,
                        "The driver '"
                            + NNF
                            + "' is registered for this container directive as well.")
                    .hint(
                        "Take the command container out of the DWDirectiveRule "
                            + NNF
                            + ", or do not run Warren's role containers here.")
                    .about(entry.directive()));
  }
}
