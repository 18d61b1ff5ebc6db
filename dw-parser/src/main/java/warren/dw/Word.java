package warren.dw;

/**
 * A part of a directive, and where it stands.
 *
 * @param offset of its first character in the directive's text, in code points from zero
 * @param length in code points; of what is shown to the user, where the text itself is empty or was
 *     not written
 */
record Word(DirectiveLine line, int offset, int length, String text) {
  /** Where it stands. Takes time by the length of the line, so it is asked for findings only. */
  Place place() {
    return line.placeOf(offset, length);
  }

  /**
   * A part of this word.
   *
   * @param from its first character, in code points from zero
   */
  Word part(int from, String text) {
    int count = text.codePointCount(0, text.length());
    boolean written = length == this.text.codePointCount(0, this.text.length());
    return written && count > 0
        ? new Word(line, offset + from, count, text)
        : new Word(line, offset, length, text);
  }
}
