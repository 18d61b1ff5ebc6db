package warren.dw;

import java.util.List;

/**
 * What a {@link DirectiveReader} made of a script.
 *
 * @param directives those that passed the rule book, in their order; fewer than the script has when
 *     some did not
 * @param registrations one for each of these directives and each state its rule watches
 * @param findings all that is wrong or unwise, in the order of their places
 */
public record Reading(
    List<Directive> directives, List<Registration> registrations, List<Finding> findings) {
  public Reading {
    directives = List.copyOf(directives);
    registrations = List.copyOf(registrations);
    findings = List.copyOf(findings);
  }

  /** Whether nothing was found but warnings. */
  public boolean accepted() {
    return findings.stream().noneMatch(Finding::isError);
  }
}
