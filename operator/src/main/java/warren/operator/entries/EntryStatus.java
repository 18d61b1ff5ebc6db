package warren.operator.entries;

import java.util.Arrays;

/**
 * How far a driver is with an entry; {@code rank} is what counts more when entries are rolled up.
 */
public enum EntryStatus {
  COMPLETED("Completed", 0),
  PENDING("Pending", 1),
  QUEUED("Queued", 1),
  RUNNING("Running", 1),
  DRIVER_WAIT("DriverWait", 1),
  TRANSIENT_CONDITION("TransientCondition", 2),
  ERROR("Error", 3);

  private final String word;
  private final int rank;

  EntryStatus(String word, int rank) {
    this.word = word;
    this.rank = rank;
  }

  /** The word in {@code status.drivers[].status}. */
  public String word() {
    return word;
  }

  /** 0 for what is done, 3 for what has failed. */
  public int rank() {
    return rank;
  }

  /** The word the whole workflow has for it: all that is under way is {@code DriverWait} there. */
  public String workflowWord() {
    return rank == 1 ? DRIVER_WAIT.word : word;
  }

  /** The status of this word; absent and unknown words are pending. */
  public static EntryStatus of(String word) {
    return Arrays.stream(values())
        .filter(status -> status.word.equals(word))
        .findFirst()
        .orElse(PENDING);
  }
}
