package warren.dw;

/** What can stand in a directive as one word: text without Unicode white space. */
final class Words {
  private Words() {}

  /**
   * Whether this code point has Unicode's property White_Space; Java's own tests differ from it.
   */
  static boolean isSpace(int codePoint) {
    return (codePoint >= 0x9 && codePoint <= 0xd)
        || codePoint == ' '
        || codePoint == 0x85
        || codePoint == 0xa0
        || codePoint == 0x1680
        || (codePoint >= 0x2000 && codePoint <= 0x200a)
        || codePoint == 0x2028
        || codePoint == 0x2029
        || codePoint == 0x202f
        || codePoint == 0x205f
        || codePoint == 0x3000;
  }

  /** Returns a text that is one word. */
  static String name(String text, String what) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(what + " is empty");
    }
    return value(text, what);
  }

  /** Returns a text that is one word or empty. */
  static String value(String text, String what) {
    if (text.codePoints().anyMatch(Words::isSpace)) {
      throw new IllegalArgumentException(what + " holds white space: '" + text + "'");
    }
    return text;
  }

  /** Returns a text that can stand before a '='. */
  static String key(String text) {
    if (text.indexOf('=') >= 0) {
      throw new IllegalArgumentException("an argument's name holds no '=': '" + text + "'");
    }
    return value(text, "an argument's name");
  }
}
