package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The text of one directive as a workload manager would hand it on, not yet understood.
 *
 * @param index its place among the directives, as DWS counts, from zero
 * @param place where the text begins in the user's text; the length is that of its first line, or
 *     of all of it where the source is a list of directives
 * @param inserted how many characters at the beginning of the text the user did not write; the
 *     place is that of the first one written
 * @param further where the second line of the text and each one behind it begin; empty if they
 *     begin in column 1 of the lines below
 */
public record DirectiveLine(
    int index, String text, Place place, int inserted, List<Place> further) {
  /**
   * A longer text is not read, and only its beginning kept: 131,072 characters, which is also the
   * longest word that Linux passes to a program.
   */
  public static final int LONGEST = 131_072;

  public DirectiveLine {
    requireNonNull(text, "text");
    requireNonNull(place, "place");
    further = List.copyOf(further);
    if (index < 0) {
      throw new IllegalArgumentException("directives count from 0, not " + index);
    }
    if (inserted < 0 || inserted > text.length()) {
      throw new IllegalArgumentException(inserted + " characters inserted in '" + text + "'");
    }
  }

  /** A line that stands in the user's text as it is. */
  public DirectiveLine(int index, String text, Place place) {
    this(index, text, place, 0, List.of());
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
    int breaks = PlacedText.breaks(text, inserted, end);
    int begin = text.lastIndexOf('\n', end - 1) + 1;
    Place line =
        breaks > 0 && !further.isEmpty()
            ? further.get(breaks - 1)
            : new Place(place.source(), place.line() + breaks, 1, 1);
    int column = line.column() + text.codePointCount(begin, end);
    return new Place(place.source(), line.line(), column, Math.max(1, length));
  }
}
