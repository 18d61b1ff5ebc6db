package warren.cli.show;

/** Text of others, made safe for a terminal. */
public final class SafeText {
  private SafeText() {}

  /**
   * One line: control characters, which could move the cursor or worse, become {@code ?}; tabs
   * stay.
   */
  public static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c != '\t' && Character.isISOControl(c) ? '?' : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** The same on one line whatever it was: line breaks become {@code "; "}. */
  public static String oneLine(String text) {
    return line(
        String.join("; ", text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()));
  }
}
