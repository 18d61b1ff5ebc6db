package warren.dw;

import java.util.List;

/**
 * What a {@link DirectiveReader} made of a script.
 *
 * @param lines one for each directive of the script, in order, the refused ones too
 * @param directives those that passed the rule book and that Warren understands, in their order;
 *     fewer than the lines when some did not
 * @param findings all that is wrong or unwise, in the order of their places
 */
public record Reading(
    List<ReadDirective> lines, List<Directive> directives, List<Finding> findings) {
  public Reading {
    lines = List.copyOf(lines);
    directives = List.copyOf(directives);
    findings = List.copyOf(findings);
  }

  /**
   * One for each directive that the rule book accepts, driver and state watched, in DWS's order: by
   * directive, then by rule, then as the rule lists its states.
   */
  public List<Registration> registrations() {
    return lines.stream().flatMap(line -> line.registrations().stream()).toList();
  }

  /**
   * The place of a directive among those of its command, from zero; refused ones count. Zero where
   * there is no such directive.
   *
   * @param index the directive's place among all
   */
  public int ordinal(int index) {
    if (index < 0 || index >= lines.size()) {
      return 0;
    }
    return Math.toIntExact(
        lines.stream()
            .filter(line -> line.line().index() < index)
            .filter(line -> line.command().equals(lines.get(index).command()))
            .count());
  }

  /** Whether the rule book refuses none of the directives: what DWS answers to the Workflow. */
  public boolean admitted() {
    return findings.stream()
        .noneMatch(finding -> finding.isError() && isOf(Codes.Check.RULE_BOOK, finding));
  }

  /** Whether nothing was found but warnings. */
  public boolean accepted() {
    return findings.stream().noneMatch(Finding::isError);
  }

  /** The same without what is found after the rule book has accepted a directive. */
  public Reading withoutCrossChecks() {
    List<Finding> rest =
        findings.stream().filter(finding -> !isOf(Codes.Check.WORKFLOW, finding)).toList();
    return new Reading(lines, directives, rest);
  }

  private static boolean isOf(Codes.Check check, Finding finding) {
    return Codes.of(finding.code()).filter(code -> code.check() == check).isPresent();
  }
}
