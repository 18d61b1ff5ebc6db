package warren.dw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of one submission line of a Flux batch script, read as a shell reads them: quotes,
 * backslashes and comments count, variables do not. Three quotes in a row quote up to the next
 * three; three that end the line quote the lines behind it.
 *
 * @param words in order; the last one may go on in the lines behind
 * @param comment where a comment begins
 * @param block the three quotes that end the line, when the last word goes on behind it
 * @param fault what Flux refuses the line for, as a clause
 */
record FluxWords(
    List<Word> words, Optional<Integer> comment, Optional<String> block, Optional<String> fault) {
  /**
   * One word.
   *
   * @param text without quotes
   * @param start the offset of its first character in the line, quotes included
   * @param end the offset behind its last one
   */
  record Word(String text, int start, int end) {}

  FluxWords {
    words = List.copyOf(words);
  }

  static FluxWords of(String line) {
    return new Scan(line).all();
  }

  private static final class Scan {
    private final String line;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start = -1;
    private int at;

    Scan(String line) {
      this.line = line;
    }

    FluxWords all() {
      while (at < line.length()) {
        char c = line.charAt(at);
        if (Words.isSpace(c)) {
          endWord();
          at++;
        } else if (c == '#') {
          endWord();
          return new FluxWords(words, Optional.of(at), Optional.empty(), Optional.empty());
        } else {
          start = start < 0 ? at : start;
          if (c == '"' || c == '\'') {
            Optional<FluxWords> end = quoted(c);
            if (end.isPresent()) {
              return end.get();
            }
          } else {
            plain(c);
          }
        }
      }
      endWord();
      return new FluxWords(words, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void plain(char c) {
      at++;
      if (c == '\\' && at < line.length()) {
        word.append(line.charAt(at++));
      } else {
        word.append(c);
      }
    }

    /** Reads what is between quotes; an answer if the line ends before they do. */
    private Optional<FluxWords> quoted(char quote) {
      String three = String.valueOf(quote).repeat(3);
      if (line.startsWith(three, at)) {
        int end = line.indexOf(three, at + 3);
        if (end >= 0) {
          word.append(line, at + 3, end);
          at = end + 3;
          return Optional.empty();
        }
        boolean isLast = at + 3 == line.length();
        at += 3;
        endWord();
        return Optional.of(
            isLast
                ? new FluxWords(words, Optional.empty(), Optional.of(three), Optional.empty())
                : broken("text follows three quotes that nothing closes in this line"));
      }
      for (at++; at < line.length() && line.charAt(at) != quote; at++) {
        if (line.charAt(at) == '\\' && at + 1 < line.length() && isEscaped(quote)) {
          at++;
        }
        word.append(line.charAt(at));
      }
      if (at == line.length()) {
        return Optional.of(broken("a quote is not closed in this line"));
      }
      at++;
      return Optional.empty();
    }

    private boolean isEscaped(char quote) {
      return line.charAt(at + 1) == quote || line.charAt(at + 1) == '\\';
    }

    private FluxWords broken(String fault) {
      return new FluxWords(words, Optional.empty(), Optional.empty(), Optional.of(fault));
    }

    private void endWord() {
      if (start >= 0) {
        words.add(new Word(word.toString(), start, at));
        word.setLength(0);
        start = -1;
      }
    }
  }
}
