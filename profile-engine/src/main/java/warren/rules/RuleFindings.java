package warren.rules;

import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.Severity;

/** The findings about rules: the administrator's to mend. */
final class RuleFindings {
  /** A rule that DWS or the API server would not take. */
  private static final Code BAD = new Code("bad-rule");

  /** One that they take, and that will do harm when a directive meets it, or nothing at all. */
  private static final Code ODD = new Code("odd-rule");

  private RuleFindings() {}

  static Finding error(String message) {
    return Finding.error(BAD, Blame.INTERNAL, message);
  }

  static Finding warning(String message) {
    return new Finding(Severity.WARNING, ODD, Blame.INTERNAL, message);
  }
}
