package warren.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What becomes of a job whose containers fail for good while its script runs. */
public enum FailureAction {
  /** The user is told, and the script goes on. */
  REPORT("report"),

  /** The user is told, and the script is ended. */
  END_JOB("end-job");

  private final String word;

  FailureAction(String word) {
    this.word = word;
  }

  /** The word in a profile's {@code onFailure}. */
  public String word() {
    return word;
  }

  /** The action of this word, spelled exactly; empty for any other. */
  static Optional<FailureAction> of(String word) {
    return Arrays.stream(values()).filter(action -> action.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(FailureAction::word).toList();
  }
}
