package warren.cli.check;

import warren.cli.ExitStatus;

/** What is said of an input in one word; of several, the last of these counts. */
enum Answer {
  /** There may be warnings. */
  ACCEPTED(ExitStatus.OK),
  REFUSED(ExitStatus.FAULTY),
  /** It could not be read. */
  NONE(ExitStatus.UNANSWERED);

  private final int exitStatus;

  Answer(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  int exitStatus() {
    return exitStatus;
  }

  Answer and(Answer other) {
    return compareTo(other) < 0 ? other : this;
  }

  static Answer of(boolean accepted) {
    return accepted ? ACCEPTED : REFUSED;
  }
}
