package warren.operator.admission;

import java.util.ArrayList;
import java.util.List;
import warren.dw.Finding;

/** Warnings as API servers pass them on whole. */
final class WarningTexts {
  /** An API server cuts each warning of an answer short that has more characters in all. */
  private static final int MOST = 4096;

  private WarningTexts() {}

  /** All of them; or the first, and how many more there are. */
  static List<String> of(List<Finding> warnings) {
    List<String> all = warnings.stream().map(Finding::sentence).toList();
    if (all.stream().mapToInt(WarningTexts::length).sum() <= MOST) {
      return all;
    }
    int left = MOST - length(more(all.size()));
    List<String> shown = new ArrayList<>();
    for (String warning : all) {
      left -= length(warning);
      if (left < 0) {
        break;
      }
      shown.add(warning);
    }
    shown.add(more(all.size() - shown.size()));
    return shown;
  }

  private static String more(int count) {
    return "And " + count + " more: warren profile lint shows all warnings.";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
