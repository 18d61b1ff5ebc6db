package warren.rabbit;

import static java.util.Objects.requireNonNull;

/**
 * What the agent says about a RabbitDirectory: its status.
 *
 * @param generation of the object that this is about
 * @param message why it failed; empty when it did not
 */
record Report(Phase phase, long generation, String message) {
  /** How it stands with the directory. */
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

  Report {
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
