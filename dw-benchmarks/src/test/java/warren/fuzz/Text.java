package warren.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;
import warren.dw.Place;

/**
 * What a user has before them when they look for a place.
 *
 * @param source the name that places have to give
 * @param lengths of the lines, in code points, without a byte-order mark
 */
record Text(String source, List<Integer> lengths) {
  Text {
    lengths = List.copyOf(lengths);
  }

  /** The lines of a job script, cut at line feeds only. */
  static Text ofScript(String source, byte[] content) {
    String decoded = new String(content, UTF_8);
    String text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
    return new Text(source, Stream.of(text.split("\n", -1)).map(Text::length).toList());
  }

  /** The directives of a Workflow, each of which counts as a line whatever stands in it. */
  static Text ofDirectives(String source, List<String> texts) {
    return new Text(source, texts.stream().map(Text::length).toList());
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Whether the place is in one of the lines; in an empty one its first column is. */
  boolean holds(Place place) {
    return place.source().equals(source)
        && place.line() <= lengths.size()
        && place.column() - 1 + place.length() <= Math.max(1, lengths.get(place.line() - 1));
  }
}
