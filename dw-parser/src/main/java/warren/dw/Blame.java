package warren.dw;

/**
 * Who can mend what a {@link Finding} tells; the words are those of the resource errors of DWS,
 * which stand in front of a driver's message.
 */
public enum Blame {
  /** The person who wrote the script. */
  USER("User"),
  /** The workload manager that drives the workflow. */
  WLM("WLM"),
  /** Whoever administers the profiles, the cluster or Warren itself. */
  INTERNAL("Internal");

  private final String word;

  Blame(String word) {
    this.word = word;
  }

  /**
   * The word as it is written in front of a message: {@code User}, {@code WLM}, {@code Internal}.
   */
  public String word() {
    return word;
  }
}
