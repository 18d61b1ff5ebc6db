package warren.dw;

import java.util.List;

/**
 * The user's words as messages show them: cut where they are long, and without characters that do
 * something to a terminal or that no one sees.
 */
final class Shown {
  /** In code points: enough to recognise a word by. */
  private static final int LONGEST = 60;

  /** Of the words of a list. */
  private static final int MOST = 20;

  private Shown() {}

  /** The word between quotes: {@code 'jobdw'}. */
  static String quoted(String word) {
    return "'" + plain(word) + "'";
  }

  /** The word without quotes. */
  static String plain(String word) {
    if (word.length() <= LONGEST && word.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return word;
    }
    StringBuilder shown = new StringBuilder();
    word.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
    return shown.append(word.codePointCount(0, word.length()) > LONGEST ? "…" : "").toString();
  }

  /**
   * The words of a rule book or of a job as a list: {@code raw, xfs or lustre}. Of many the first.
   *
   * @param and what joins the last two
   */
  static String listed(List<String> words, String and) {
    List<String> first = words.stream().limit(MOST).map(Shown::plain).toList();
    int last = first.size() - 1;
    if (words.size() > first.size()) {
      return String.join(", ", first) + ", and " + (words.size() - first.size()) + " more";
    }
    return last < 1
        ? String.join("", first)
        : String.join(", ", first.subList(0, last)) + " " + and + " " + first.get(last);
  }

  private static void append(StringBuilder shown, int point) {
    if (isVisible(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append("\\x{").append(Integer.toHexString(point)).append('}');
    }
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
