package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text that was taken out of a file, such as a value between quotes, and its place there.
 *
 * @param place of the whole value in the file
 * @param lines where each line of the text begins in the file; empty if the file does not have the
 *     text literally, because of escapes or folded lines
 */
public record PlacedText(String text, Place place, List<Place> lines) {
  /** Longer lines of a file, in characters, are not searched: the time grows by their square. */
  private static final int LONGEST = 20_000;

  public PlacedText {
    requireNonNull(text, "text");
    requireNonNull(place, "place");
    lines = List.copyOf(lines);
    if (!lines.isEmpty() && lines.size() != 1 + breaks(text, 0, text.length())) {
      throw new IllegalArgumentException(lines.size() + " places for the lines of '" + text + "'");
    }
  }

  /** A text that is a whole file. */
  static PlacedText ofFile(String source, String text) {
    List<Place> lines =
        IntStream.rangeClosed(1, 1 + breaks(text, 0, text.length()))
            .mapToObj(line -> new Place(source, line, 1, 1))
            .toList();
    return new PlacedText(text, lines.getFirst(), lines);
  }

  /**
   * Looks for a value in the file that it was read from.
   *
   * @param file the lines of the file, without their ends
   * @param place where the value begins, quotes and other marks included
   * @param text the value
   */
  public static PlacedText find(List<String> file, Place place, String text) {
    List<Place> lines = new ArrayList<>();
    Cursor cursor = new Cursor(file, place);
    for (String line : text.split("\n", -1)) {
      if (!cursor.find(line)) {
        return new PlacedText(text, place, List.of());
      }
      lines.add(new Place(place.source(), cursor.number, cursor.column, 1));
      cursor.pass(line);
    }
    return new PlacedText(text, place, lines);
  }

  /** Walks through a file, to each line of a value in turn. */
  private static final class Cursor {
    private final List<String> file;
    private int number;
    private int column;
    private int offset;

    Cursor(List<String> file, Place place) {
      this.file = file;
      this.number = place.line();
      this.column = place.column();
      String line = line();
      this.offset =
          line.length() <= LONGEST && line.codePointCount(0, line.length()) >= column - 1
              ? line.offsetByCodePoints(0, column - 1)
              : line.length();
    }

    private String line() {
      return number <= file.size() ? file.get(number - 1) : "";
    }

    /** Goes to a text in the rest of this line, or in the next one; false if it is in neither. */
    boolean find(String text) {
      if (text.isBlank()) {
        return true;
      }
      if (goTo(line().indexOf(text, offset))) {
        return true;
      }
      number++;
      column = 1;
      offset = 0;
      return line().length() <= LONGEST && goTo(line().indexOf(text));
    }

    private boolean goTo(int at) {
      if (at >= 0) {
        column += line().codePointCount(offset, at);
        offset = at;
      }
      return at >= 0;
    }

    void pass(String text) {
      int end = Math.min(line().length(), offset + text.length());
      column += line().codePointCount(offset, end);
      offset = end;
    }
  }

  /** How many line breaks a part of a text has. */
  static int breaks(String text, int from, int to) {
    int count = 0;
    for (int at = text.indexOf('\n', from, to); at >= 0; at = text.indexOf('\n', at + 1, to)) {
      count++;
    }
    return count;
  }
}
