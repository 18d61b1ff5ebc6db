package warren.dw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds directives as the Slurm glue of DWS does: line by line, at line feeds only. A carriage
 * return before the line feed is dropped.
 */
final class SlurmLines {
  private static final byte[] START = "#DW ".getBytes(US_ASCII);

  /** Of lines that are not read as directives, as many are told of. */
  private static final int TOLD = 100;

  private final String source;
  private final List<DirectiveLine> directives = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int passedOver;

  SlurmLines(String source) {
    this.source = source;
  }

  JobScript read(byte[] content) {
    ByteLines lines = new ByteLines(content);
    while (lines.next()) {
      if (lines.startsWith(START) && lines.length() > START.length) {
        directive(lines);
      } else if (mayLookLikeOne(lines)) {
        passedOver(lines);
      }
    }
    return new JobScript(source, directives, findings);
  }

  private void directive(ByteLines lines) {
    String text = lines.text();
    Place place = new Place(source, lines.number(), 1, text.codePointCount(0, text.length()));
    DirectiveLine directive = new DirectiveLine(directives.size(), text, place);
    directives.add(directive);
    if (text.indexOf(Utf8.REPLACEMENT) >= 0 && !Utf8.isValid(lines.bytes())) {
      Utf8.lost(directive).ifPresent(findings::add);
    }
    if (text.endsWith("\\")) {
      findings.add(joinsNothing(directive));
    }
  }

  private static Finding joinsNothing(DirectiveLine line) {
    int at = line.text().codePointCount(0, line.text().length()) - 1;
    return Finding.warning(
            Codes.TRAILING_BACKSLASH.code(),
            "The backslash does not continue the directive: it belongs to its last word.")
        .hint("Write the whole directive on one line.")
        .about(line.index())
        .at(line.placeOf(at, 1));
  }

  /**
   * A cheap look at the first bytes, so that only few lines are decoded. Those of characters beyond
   * ASCII, which may be blanks, are below zero.
   */
  private static boolean mayLookLikeOne(ByteLines line) {
    int at = 0;
    while (at < line.length() && line.at(at) <= ' ') {
      at++;
    }
    return at + 2 < line.length()
        && (line.at(at + 1) | 0x20) == 'd'
        && (line.at(at + 2) | 0x20) == 'w';
  }

  private void passedOver(ByteLines line) {
    String text = line.text();
    int first = 0;
    while (first < text.length() && isInFront(text.charAt(first))) {
      first++;
    }
    String rest = text.substring(first).stripTrailing();
    String word = rest.substring(0, Math.min(3, rest.length()));
    boolean alone = rest.length() == word.length();
    if (!word.toUpperCase(Locale.ROOT).equals(DirectiveText.PREFIX)
        || !(alone || Words.isSpace(rest.charAt(3)))) {
      return;
    }
    boolean marked = text.charAt(0) == Utf8.BYTE_ORDER_MARK;
    Place place = new Place(source, line.number(), marked ? first : first + 1, 3);
    passedOver++;
    if (passedOver < TOLD) {
      findings.add(reason(text, word, first, alone).at(place));
    } else if (passedOver == TOLD) {
      findings.add(ignored("like many others before", "Mend those first").at(place));
    }
  }

  private static boolean isInFront(char c) {
    return c == Utf8.BYTE_ORDER_MARK || Words.isSpace(c);
  }

  private static Finding reason(String text, String word, int first, boolean alone) {
    if (text.charAt(0) == Utf8.BYTE_ORDER_MARK) {
      return ignored("an invisible byte-order mark stands before it", "Save the script without it");
    }
    if (first > 0) {
      return ignored(
          Shown.quoted(word) + " does not stand in column 1", "Remove what is in front of it");
    }
    if (!word.equals(DirectiveText.PREFIX)) {
      return ignored("it begins with " + Shown.quoted(word), "Write '#DW' in capitals");
    }
    if (alone) {
      return ignored(
          "nothing stands behind '#DW'", "Write a command behind it, or remove the line");
    }
    return ignored(
        "what follows '#DW' is not a blank", "Write a blank, and not a tab, behind '#DW'");
  }

  private static Finding ignored(String because, String advice) {
    return Finding.warning(
            Codes.IGNORED_LINE.code(), "This line is not read as a directive: " + because + ".")
        .hint(advice + ".");
  }
}
