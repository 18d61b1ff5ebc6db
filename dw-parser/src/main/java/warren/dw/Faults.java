package warren.dw;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is wrong with one directive, each thing once. However much is wrong with a hostile text,
 * only so much is made of it as a person may want to read.
 */
final class Faults {
  private static final int SHOWN = 100;

  private final ParsedDirective directive;
  private final Set<Finding> shown = new LinkedHashSet<>();
  private boolean more;

  Faults(ParsedDirective directive) {
    this.directive = directive;
  }

  void add(Supplier<Finding> fault) {
    if (shown.size() < SHOWN) {
      shown.add(fault.get());
    } else {
      more = true;
    }
  }

  boolean isEmpty() {
    return shown.isEmpty();
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>(shown);
    if (more) {
      all.add(
          Finding.warning(
                  Codes.MORE_FINDINGS.code(),
                  "More is wrong with this directive than the " + SHOWN + " things told here.")
              .hint("Mend these first.")
              .about(directive.index())
              .at(all.get(all.size() - 1).place().orElseThrow()));
    }
    return all;
  }
}
