package warren.cli.show;

/**
 * How the parts of a text for people are set off.
 *
 * @param coloured whether there is a terminal that shows colours, and somebody who wants them
 */
public record Ink(boolean coloured) {
  /** Text as it is, for files, pipes and people who set NO_COLOR. */
  public static final Ink PLAIN = new Ink(false);

  String bold(String text) {
    return in("1", text);
  }

  String red(String text) {
    return in("1;31", text);
  }

  String yellow(String text) {
    return in("1;33", text);
  }

  String green(String text) {
    return in("1;32", text);
  }

  private String in(String style, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }
}
