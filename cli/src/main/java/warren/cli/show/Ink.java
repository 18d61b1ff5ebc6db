package warren.cli.show;

/**
 * How the parts of a text for people are set off.
 *
 * @param coloured whether there is a terminal that shows colours, and somebody who wants them
 */
public record Ink(boolean coloured) {
  /** Text as it is, for files, pipes and people who set NO_COLOR. */
  public static final Ink PLAIN = new Ink(false);

  /** What is looked for first. */
  public String bold(String text) {
    return in("1", text);
  }

  /** An error. */
  public String red(String text) {
    return in("1;31", text);
  }

  /** A warning. */
  public String yellow(String text) {
    return in("1;33", text);
  }

  /** A place, or success. */
  public String green(String text) {
    return in("1;32", text);
  }

  private String in(String style, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }
}
