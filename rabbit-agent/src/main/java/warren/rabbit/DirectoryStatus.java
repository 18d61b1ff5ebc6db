package warren.rabbit;

import static java.util.Objects.requireNonNull;

/**
 * The status of a RabbitDirectory, as the agent writes it.
 *
 * @param generation the generation of the RabbitDirectory that the status belongs to
 * @param message why the request failed; empty when it did not fail
 */
record DirectoryStatus(Phase phase, long generation, String message) {
  /** What the agent has found or done. */
  enum Phase {
    PRESENT("Present"),
    ABSENT("Absent"),
    FAILED("Failed");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  DirectoryStatus {
    requireNonNull(phase, "phase");
    requireNonNull(message, "message");
  }

  /** Whether there is nothing left to do. */
  boolean isDone() {
    return phase != Phase.FAILED;
  }

  /** A JSON patch that sets the status, of the object with this UID and of no other. */
  String patch(String uid) {
    return "[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":"
        + Json.quote(uid)
        + "},{\"op\":\"add\",\"path\":\"/status\",\"value\":{\"phase\":"
        + Json.quote(phase.word())
        + ",\"observedGeneration\":"
        + generation
        + (message.isEmpty() ? "" : ",\"message\":" + Json.quote(message))
        + "}}]";
  }
}
