package warren.cli.show;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a text, and under it a mark at a part of it.
 *
 * @param line the line, safe for a terminal; of a very long one the part around the mark
 * @param indent what stands before the mark, as wide on a terminal as what stands above it
 * @param marks a caret and, for each further column of the part, a tilde
 */
record Excerpt(String line, String indent, String marks) {
  /** Code points of a longer line that are shown. */
  private static final int SHOWN = 160;

  private static final int BEFORE_MARK = 40;
  private static final String CUT = "…";

  /**
   * The excerpt.
   *
   * @param text one line
   * @param column of the part, in code points from 1
   * @param length of the part, in code points
   */
  static Excerpt of(String text, int column, int length) {
    int[] all = SafeText.line(text).codePoints().toArray();
    int mark = Math.min(column - 1, all.length);
    int from =
        all.length <= SHOWN ? 0 : Math.max(0, Math.min(mark - BEFORE_MARK, all.length - SHOWN));
    int to = Math.min(all.length, from + SHOWN);
    String start = from > 0 ? CUT : "";
    String before = start + new String(all, from, mark - from);
    int end = Math.max(mark, Math.min(to, mark + length));
    String marked = new String(all, mark, end - mark);
    String after = new String(all, end, to - end) + (to < all.length ? CUT : "");
    return new Excerpt(before + marked + after, blank(before), marks(width(marked)));
  }

  private static String marks(int width) {
    return "^" + "~".repeat(Math.max(0, width - 1));
  }

  /** Tabs stay, so that they reach the same column in both lines. */
  private static String blank(String text) {
    return text.codePoints()
        .mapToObj(c -> c == '\t' ? "\t" : " ".repeat(width(c)))
        .collect(Collectors.joining());
  }

  private static int width(String text) {
    return text.codePoints().map(Excerpt::width).sum();
  }

  /** How many columns of a terminal a character takes. */
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return c >= 0x1100
        && (Character.isEmojiPresentation(c)
            || (c >= 0x3000 && c <= 0x303e)
            || (c >= 0xff01 && c <= 0xff60)
            || switch (Character.UnicodeScript.of(c)) {
              case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
              default -> false;
            });
  }

  /** Both lines, indented. */
  List<String> lines(Ink ink) {
    return List.of("    " + line, "    " + indent + ink.green(marks));
  }
}
