package warren.dw;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds directives as the Slurm glue of DWS does: line by line, at line feeds only. A carriage
 * return before the line feed is dropped.
 */
final class SlurmLines {
  private static final byte[] START = "#DW ".getBytes(US_ASCII);

  private final String source;
  private final List<DirectiveLine> directives = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  SlurmLines(String source) {
    this.source = source;
  }

  JobScript read(byte[] content) {
    int line = 1;
    int start = 0;
    while (start < content.length) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      take(content, start, end, line);
      start = end + 1;
      line++;
    }
    return new JobScript(source, directives, findings);
  }

  private void take(byte[] content, int start, int end, int line) {
    int afterStart = start + START.length;
    if (end > afterStart && Arrays.equals(content, start, afterStart, START, 0, START.length)) {
      directive(Arrays.copyOfRange(content, start, end), line);
    } else if (mayLookLikeOne(content, start, end)) {
      passedOver(new String(content, start, end - start, UTF_8), line);
    }
  }

  private void directive(byte[] bytes, int line) {
    String whole = new String(bytes, UTF_8);
    String text = whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
    Place place = new Place(source, line, 1, text.codePointCount(0, text.length()));
    DirectiveLine directive = new DirectiveLine(directives.size(), text, place);
    directives.add(directive);
    if (!Utf8.isValid(bytes)) {
      Utf8.lost(directive).ifPresent(findings::add);
    }
  }

  /** A cheap look at the first bytes, so that only few lines are decoded. */
  private static boolean mayLookLikeOne(byte[] content, int start, int end) {
    int at = start;
    while (at < end && content[at] != '#' && (content[at] <= ' ' || content[at] == 0x7f)) {
      at++;
    }
    return at + 2 < end && (content[at + 1] | 0x20) == 'd' && (content[at + 2] | 0x20) == 'w';
  }

  private void passedOver(String text, int line) {
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
    Place place =
        new Place(source, line, text.charAt(0) == Utf8.BYTE_ORDER_MARK ? first : first + 1, 3);
    findings.add(reason(text, word, first, alone).at(place));
  }

  private static boolean isInFront(char c) {
    return c == Utf8.BYTE_ORDER_MARK || Words.isSpace(c);
  }

  private static Finding reason(String text, String word, int first, boolean alone) {
    if (text.charAt(0) == Utf8.BYTE_ORDER_MARK) {
      return ignored("an invisible byte-order mark stands before it", "Save the script without it");
    }
    if (first > 0) {
      return ignored("'" + word + "' does not stand in column 1", "Remove what is in front of it");
    }
    if (!word.equals(DirectiveText.PREFIX)) {
      return ignored("it begins with '" + word + "'", "Write '#DW' in capitals");
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
