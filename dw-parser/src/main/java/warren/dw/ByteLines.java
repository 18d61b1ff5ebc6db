package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Walks through the lines of a script, which end at line feeds and nowhere else, without copying
 * them.
 */
final class ByteLines {
  private final byte[] content;
  private int start;
  private int end = -1;
  private int number;

  ByteLines(byte[] content) {
    this.content = content;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() {
    if (end + 1 >= content.length) {
      return false;
    }
    start = end + 1;
    end = start;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    number++;
    return true;
  }

  /** Counted from 1. */
  int number() {
    return number;
  }

  int length() {
    return end - start;
  }

  byte at(int index) {
    return content[start + index];
  }

  boolean startsWith(byte[] prefix) {
    int to = start + prefix.length;
    return to <= end && Arrays.equals(content, start, to, prefix, 0, prefix.length);
  }

  /** Whether these bytes stand anywhere in the line. */
  boolean contains(byte[] part) {
    for (int from = start; from + part.length <= end; from++) {
      if (content[from] == part[0]
          && Arrays.equals(content, from, from + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  /** The line without its line feed; of a very long one the beginning. */
  byte[] bytes() {
    // A character has four bytes at most, and one more tells that the line is too long.
    return Arrays.copyOfRange(
        content, start, Math.min(end, start + 4 * (DirectiveLine.LONGEST + 1)));
  }

  /** The same as text, without a carriage return at the end, of a very long one the beginning. */
  String text() {
    String whole = new String(bytes(), UTF_8);
    String text = whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
    return DirectiveLine.beginning(text);
  }
}
