package warren.client;

import java.util.Arrays;

/** What {@code status.status} of a Workflow says about its state. */
public enum Condition {
  COMPLETED("Completed"),
  DRIVER_WAIT("DriverWait"),
  TRANSIENT("TransientCondition"),
  ERROR("Error"),
  /** Nothing said yet, or a word that is not DWS's. */
  UNKNOWN("");

  private final String word;

  Condition(String word) {
    this.word = word;
  }

  static Condition of(String word) {
    return Arrays.stream(values())
        .filter(condition -> condition.word.equals(word))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
