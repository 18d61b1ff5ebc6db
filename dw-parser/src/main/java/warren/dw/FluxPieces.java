package warren.dw;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the Flux job attribute {@code dw} into directives, as the Flux glue does. A text that names
 * a preset is replaced by the preset; any other is cut before every {@code #DW} and blank. Each
 * piece is stripped at both ends, empty ones are dropped, and the prefix is put in front of it.
 */
final class FluxPieces {
  private static final String PREFIX = DirectiveText.PREFIX + " ";

  private final FluxPresets presets;
  private final List<DirectiveLine> directives = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private FluxPieces(FluxPresets presets) {
    this.presets = presets;
  }

  /**
   * The directives of the attribute.
   *
   * @param texts the attribute's one text, or those of its list
   */
  static JobScript read(String source, List<PlacedText> texts, FluxPresets presets) {
    FluxPieces pieces = new FluxPieces(presets);
    texts.forEach(pieces::text);
    return new JobScript(source, pieces.directives, pieces.findings);
  }

  private void text(PlacedText text) {
    String stripped = strip(text.text());
    presets
        .find(stripped)
        .ifPresentOrElse(
            preset -> preset.forEach(each -> cut(new PlacedText(each, text.place(), List.of()))),
            () -> {
              if (FluxPresets.isName(stripped)) {
                int start = text.text().indexOf(stripped);
                Place place = new Walk(text).place(start, start + stripped.length());
                findings.add(presets.unknown(stripped, place));
              } else {
                cut(text);
              }
            });
  }

  private void cut(PlacedText text) {
    Walk walk = new Walk(text);
    String all = text.text();
    int start = 0;
    int cut = all.indexOf(PREFIX);
    while (cut >= 0) {
      piece(walk, start, cut);
      start = cut + PREFIX.length();
      cut = all.indexOf(PREFIX, start);
    }
    piece(walk, start, all.length());
  }

  private void piece(Walk walk, int from, int to) {
    String text = walk.text.text();
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
    String words = DirectiveLine.beginning(PREFIX + text.substring(start, end));
    DirectiveLine directive = walk.directive(directives.size(), words, start, end);
    directives.add(directive);
    if (from == 0) {
      findings.add(beforePrefix(directive));
    }
  }

  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isStripped(text.charAt(start))) {
      start++;
    }
    while (start < end && isStripped(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Python's idea of white space, which is Unicode's and four control characters. */
  private static boolean isStripped(char c) {
    return Words.isSpace(c) || (c >= 0x1c && c <= 0x1f);
  }

  private static Finding beforePrefix(DirectiveLine directive) {
    return Finding.warning(
            Codes.TEXT_BEFORE_PREFIX.code(),
            "The text before the first '#DW ' is taken as a directive too.")
        .hint("Begin with '#DW ', and give the directives alone, without the rest of the script.")
        .about(directive.index())
        .at(directive.place());
  }

  /** Walks once through a text, and knows where in the file it is. */
  private static final class Walk {
    private final PlacedText text;
    private int reached;
    private int line;
    private int column;

    Walk(PlacedText text) {
      this.text = text;
    }

    /** The directive that a part of the text becomes. */
    DirectiveLine directive(int index, String words, int start, int end) {
      Place place = place(start, end);
      if (text.lines().isEmpty()) {
        int all = words.codePointCount(0, words.length());
        return new DirectiveLine(index, words, place, all, List.of());
      }
      int breaks = PlacedText.breaks(text.text(), start, end);
      List<Place> further = text.lines().subList(line + 1, line + 1 + breaks);
      return new DirectiveLine(index, words, place, PREFIX.length(), further);
    }

    /** The place of a part of the text; the length is that of its first line. */
    Place place(int start, int end) {
      if (text.lines().isEmpty()) {
        return text.place();
      }
      advance(start);
      int firstBreak = text.text().indexOf('\n', start, end);
      int firstEnd = firstBreak < 0 ? end : firstBreak;
      Place begin = text.lines().get(line);
      int length = text.text().codePointCount(start, firstEnd);
      return new Place(begin.source(), begin.line(), begin.column() + column, length);
    }

    private void advance(int to) {
      for (int next; reached < to; reached = next) {
        next = text.text().offsetByCodePoints(reached, 1);
        boolean breaks = text.text().charAt(reached) == '\n';
        line += breaks ? 1 : 0;
        column = breaks ? 0 : column + 1;
      }
    }
  }
}
