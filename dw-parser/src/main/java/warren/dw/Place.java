package warren.dw;

import static java.util.Objects.requireNonNull;

/**
 * Where in a text something stands.
 *
 * @param source the file's name as the user gave it, or a name such as {@code <stdin>}
 * @param line counted from 1
 * @param column counted from 1, in characters of the user's line
 * @param length in characters, at least 1
 */
public record Place(String source, int line, int column, int length) {
  public Place {
    requireNonNull(source, "source");
    if (line < 1 || column < 1 || length < 1) {
      throw new IllegalArgumentException("line, column and length count from 1");
    }
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
