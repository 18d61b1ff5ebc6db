package warren.operator.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import warren.operator.entries.LogLine;

/**
 * What an Event on a Workflow says.
 *
 * @param reason one word for machines, such as {@code StateEntered}
 * @param isWarning whether somebody may have to do something
 * @param note a sentence for people, on one line; cut off to what Kubernetes takes
 */
record EventText(String reason, boolean isWarning, String note) {
  /** Kubernetes refuses longer notes; counted in bytes. */
  static final int LONGEST_NOTE = 1024;

  private static final String CUT = "…";

  EventText {
    note = fitting(LogLine.of(note));
  }

  private static String fitting(String note) {
    if (note.getBytes(UTF_8).length <= LONGEST_NOTE) {
      return note;
    }
    int room = LONGEST_NOTE - CUT.getBytes(UTF_8).length;
    StringBuilder cut = new StringBuilder();
    for (int character : note.codePoints().toArray()) {
      room -= Character.toString(character).getBytes(UTF_8).length;
      if (room < 0) {
        break;
      }
      cut.appendCodePoint(character);
    }
    return cut.append(CUT).toString();
  }
}
