package warren.operator.admission;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import warren.dw.Finding;

/** Findings as API servers pass them on whole. */
final class AnswerTexts {
  /** An API server cuts each warning of an answer short that has more characters in all. */
  private static final int LONGEST_WARNINGS = 4096;

  /** More than a person reads at once, and less than a client refuses to show. */
  private static final int MOST_ERRORS = 50;

  private AnswerTexts() {}

  /**
   * All warnings; or the first, and how many more there are.
   *
   * @param command shows all of them
   */
  static List<String> warnings(List<Finding> warnings, String command) {
    List<String> all = warnings.stream().map(AnswerTexts::line).toList();
    if (all.stream().mapToInt(AnswerTexts::length).sum() <= LONGEST_WARNINGS) {
      return all;
    }
    int left = LONGEST_WARNINGS - length(moreWarnings(all.size(), command));
    List<String> shown = new ArrayList<>();
    for (String warning : all) {
      left -= length(warning);
      if (left < 0) {
        break;
      }
      shown.add(warning);
    }
    shown.add(moreWarnings(all.size() - shown.size(), command));
    return shown;
  }

  private static String moreWarnings(int count, String command) {
    return "And " + count + " more: " + command + " shows all warnings.";
  }

  /**
   * The reason of a refusal: a single error in the line that the API server begins; several in
   * lines of their own.
   *
   * @param command shows all errors
   */
  static String errors(List<Finding> errors, String command) {
    String lines = errors.stream().limit(MOST_ERRORS).map(AnswerTexts::line).collect(joining("\n"));
    int more = errors.size() - MOST_ERRORS;
    String rest = more > 0 ? "\nAnd " + more + " more: " + command + " shows all errors." : "";
    return errors.size() == 1 ? lines : "\n" + lines + rest;
  }

  /**
   * As in a Workflow's {@code status.message}: the directive first, where the finding is of one.
   */
  private static String line(Finding finding) {
    return finding.directive().map(index -> "DW Directive " + index + ": ").orElse("")
        + finding.sentence();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
