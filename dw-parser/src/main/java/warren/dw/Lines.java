package warren.dw;

/** Names a directive by where it stands, in the words of what the user has before them. */
final class Lines {
  private Lines() {}

  /** {@code line 7}, or of a Workflow, which has no lines, {@code directive 6}, as DWS counts. */
  static String of(Place place) {
    return place.source().equals(JobScript.WORKFLOW)
        ? "directive " + (place.line() - 1)
        : "line " + place.line();
  }
}
