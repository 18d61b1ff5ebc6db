package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into directives as the Flux glue does: before every {@code #DW} and blank. Each piece
 * is stripped at both ends, empty ones are dropped, and the prefix is put in front of it.
 */
final class FluxPieces {
  private static final String PREFIX = DirectiveText.PREFIX + " ";

  private final String source;
  private final List<DirectiveLine> directives = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int line = 1;
  private int column = 1;
  private int reached;

  FluxPieces(String source) {
    this.source = source;
  }

  JobScript read(byte[] content) {
    String decoded = new String(content, UTF_8);
    boolean marked = !decoded.isEmpty() && decoded.charAt(0) == Utf8.BYTE_ORDER_MARK;
    String text = marked ? decoded.substring(1) : decoded;
    int start = 0;
    int cut = text.indexOf(PREFIX);
    while (cut >= 0) {
      piece(text, start, cut);
      start = cut + PREFIX.length();
      cut = text.indexOf(PREFIX, start);
    }
    piece(text, start, text.length());
    if (!Utf8.isValid(content)) {
      directives.forEach(directive -> Utf8.lost(directive).ifPresent(findings::add));
    }
    return new JobScript(source, directives, findings);
  }

  private void piece(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isStripped(text.charAt(start))) {
      start++;
    }
    while (start < end && isStripped(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return;
    }
    advance(text, start);
    String words = text.substring(start, end);
    int firstLine = words.indexOf('\n') < 0 ? words.length() : words.indexOf('\n');
    Place place = new Place(source, line, column, words.codePointCount(0, firstLine));
    if (from == 0) {
      findings.add(beforePrefix(place));
    }
    directives.add(new DirectiveLine(directives.size(), PREFIX + words, place, PREFIX.length()));
  }

  /** Python's idea of white space, which is Unicode's and four control characters. */
  private static boolean isStripped(char c) {
    return Words.isSpace(c) || (c >= 0x1c && c <= 0x1f);
  }

  private void advance(String text, int to) {
    for (int codePoint : text.substring(reached, to).codePoints().toArray()) {
      line += codePoint == '\n' ? 1 : 0;
      column = codePoint == '\n' ? 1 : column + 1;
    }
    reached = to;
  }

  private static Finding beforePrefix(Place place) {
    return Finding.warning(
            Codes.TEXT_BEFORE_PREFIX.code(),
            "The text before the first '#DW ' is taken as a directive too.")
        .hint("Begin with '#DW ', and give the directives alone, without the rest of the script.")
        .about(0)
        .at(place);
  }
}
