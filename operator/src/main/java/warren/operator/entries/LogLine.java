package warren.operator.entries;

/** Text of others as it may stand in our log: on one line, and not too long. */
public final class LogLine {
  /** Enough for some findings; whoever wants more has it in the Workflow. */
  static final int LENGTH = 1_000;

  private LogLine() {}

  /**
   * The text with every line break and control character replaced, so that nobody can write lines
   * of his own into the log or steer an administrator's terminal, and cut off at {@link #LENGTH}.
   */
  public static String of(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LENGTH)
        .forEach(
            character ->
                line.append(
                    switch (Character.getType(character)) {
                      case Character.CONTROL ->
                          character == '\n' || character == '\t' ? " " : "\uFFFD";
                      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> " ";
                      // Such as those that turn the direction of writing.
                      case Character.FORMAT, Character.SURROGATE -> "\uFFFD";
                      default -> Character.toString(character);
                    }));
    return text.codePointCount(0, text.length()) > LENGTH
        ? line.append('…').toString()
        : line.toString();
  }
}
