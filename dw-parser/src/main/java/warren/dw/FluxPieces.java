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
  private final String text;
  private final List<DirectiveLine> directives = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int line = 1;
  private int column = 1;
  private int reached;

  private FluxPieces(String source, String text) {
    this.source = source;
    this.text = text;
  }

  static JobScript read(String source, byte[] content) {
    String decoded = new String(content, UTF_8);
    boolean marked = !decoded.isEmpty() && decoded.charAt(0) == Utf8.BYTE_ORDER_MARK;
    FluxPieces pieces = new FluxPieces(source, marked ? decoded.substring(1) : decoded);
    pieces.cut();
    if (decoded.indexOf(Utf8.REPLACEMENT) >= 0 && !Utf8.isValid(content)) {
      pieces.directives.forEach(directive -> Utf8.lost(directive).ifPresent(pieces.findings::add));
    }
    return new JobScript(source, pieces.directives, pieces.findings);
  }

  private void cut() {
    int start = 0;
    int cut = text.indexOf(PREFIX);
    while (cut >= 0) {
      piece(start, cut);
      start = cut + PREFIX.length();
      cut = text.indexOf(PREFIX, start);
    }
    piece(start, text.length());
  }

  private void piece(int from, int to) {
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
    advance(start);
    int firstBreak = text.indexOf('\n', start);
    int firstEnd = firstBreak < 0 || firstBreak > end ? end : firstBreak;
    Place place = new Place(source, line, column, text.codePointCount(start, firstEnd));
    if (from == 0) {
      findings.add(beforePrefix(place));
    }
    String words = DirectiveLine.beginning(PREFIX + text.substring(start, end));
    directives.add(new DirectiveLine(directives.size(), words, place, PREFIX.length()));
  }

  /** Python's idea of white space, which is Unicode's and four control characters. */
  private static boolean isStripped(char c) {
    return Words.isSpace(c) || (c >= 0x1c && c <= 0x1f);
  }

  private void advance(int to) {
    for (int next; reached < to; reached = next) {
      next = text.offsetByCodePoints(reached, 1);
      boolean breaks = text.charAt(reached) == '\n';
      line += breaks ? 1 : 0;
      column = breaks ? 1 : column + 1;
    }
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
