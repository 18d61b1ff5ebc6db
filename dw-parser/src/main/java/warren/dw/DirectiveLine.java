package warren.dw;

import static java.util.Objects.requireNonNull;

/**
 * The text of one directive as a workload manager would hand it on, not yet understood.
 *
 * @param index its place among the directives, as DWS counts, from zero
 * @param place where the text begins in the user's text; the length is that of its first line, or
 *     of all of it where the source is a list of directives
 * @param inserted how many characters at the beginning of the text the user did not write; the
 *     place is that of the first one written
 */
public record DirectiveLine(int index, String text, Place place, int inserted) {
  /**
   * A longer text is not read, and only its beginning kept: 131,072 characters, which is also the
   * longest word that Linux passes to a program.
   */
  public static final int LONGEST = 131_072;

  public DirectiveLine {
    requireNonNull(text, "text");
    requireNonNull(place, "place");
    if (index < 0) {
      throw new IllegalArgumentException("directives count from 0, not " + index);
    }
    if (inserted < 0 || inserted > text.length()) {
      throw new IllegalArgumentException(inserted + " characters inserted in '" + text + "'");
    }
  }

  /** A line that stands in the user's text as it is. */
  public DirectiveLine(int index, String text, Place place) {
    this(index, text, place, 0);
  }

  /** The text, or of one that is too long its beginning, which is too long too. */
  static String beginning(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST + 1);
  }

  /** Whether there is more of it than is read. */
  boolean isTooLong() {
    return text.length() > LONGEST;
  }

  /**
   * The place of a part of the text.
   *
   * @param offset of its first character, in code points from zero
   * @param length in code points
   */
  Place placeOf(int offset, int length) {
    int written = offset - inserted;
    if (written < 0) {
      return place;
    }
    if (written < place.length()) {
      return new Place(place.source(), place.line(), place.column() + written, Math.max(1, length));
    }
    int end = text.offsetByCodePoints(inserted, written);
    int lastBreak = text.lastIndexOf('\n', end - 1);
    int breaks = (int) text.substring(inserted, end).chars().filter(c -> c == '\n').count();
    int column = text.codePointCount(lastBreak + 1, end) + 1;
    return new Place(place.source(), place.line() + breaks, column, Math.max(1, length));
  }
}
