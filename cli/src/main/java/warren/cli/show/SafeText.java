package warren.cli.show;

/** Text of others, made safe for a terminal. */
public final class SafeText {
  private SafeText() {}

  /**
   * One line: control characters, which could move the cursor or worse, and invisible ones that
   * could make it look like another become {@code ?}, one for one; tabs stay.
   */
  public static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().map(c -> isUnsafe(c) ? '?' : c).forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** The same on one line whatever it was: line breaks become {@code "; "}. */
  public static String oneLine(String text) {
    return line(
        String.join("; ", text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()));
  }

  private static boolean isUnsafe(int c) {
    if (c < 0x80) {
      return c != '\t' && Character.isISOControl(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> turnsText(c) || c == 0x200b || c == 0xfeff;
    };
  }

  /** Whether it changes the direction in which the text around it is shown. */
  private static boolean turnsText(int c) {
    return c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
