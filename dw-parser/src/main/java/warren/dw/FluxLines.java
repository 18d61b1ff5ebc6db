package warren.dw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the job attribute {@code dw} in the submission lines of a Flux batch script. A line is one
 * if {@code FLUX:} or {@code flux:} stands in it behind nothing but characters that are no letters
 * or digits; all have to begin alike, and the script's first command ends them.
 */
final class FluxLines {
  private static final Pattern SENTINEL =
      Pattern.compile("\\W*(?:flux|FLUX):", Pattern.UNICODE_CHARACTER_CLASS);

  /** How the attribute may be spelled. */
  private static final Set<String> KEYS =
      Set.of("dw", "system.dw", ".system.dw", "attributes.system.dw", ".attributes.system.dw");

  private static final String LONG_OPTION = "--setattr";
  private static final String SHORT_OPTION = "-S";

  private final String source;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<FluxScript.Sentinel> sentinel = Optional.empty();
  private Optional<PlacedText> attribute = Optional.empty();
  private Optional<Block> block = Optional.empty();

  /** The number of the last line before the script's commands; zero while there was none. */
  private int end;

  FluxLines(String source) {
    this.source = source;
  }

  /** A value that goes over several lines, while it is read. */
  private static final class Block {
    private final Place place;
    private final String quotes;
    private final String indent;
    private final List<FluxWords.Word> words;
    private final List<String> texts = new ArrayList<>();
    private final List<Place> lines = new ArrayList<>();

    Block(Place place, String quotes, String indent, List<FluxWords.Word> words) {
      this.place = place;
      this.quotes = quotes;
      this.indent = indent;
      this.words = words;
    }

    void add(String text, Place begin) {
      int cut = text.startsWith(indent) ? indent.length() : 0;
      texts.add(text.substring(cut));
      lines.add(new Place(begin.source(), begin.line(), begin.column() + cut, 1));
    }

    PlacedText text() {
      return new PlacedText(String.join("\n", texts), place, lines);
    }
  }

  FluxScript read(byte[] content) {
    ByteLines lines = new ByteLines(content);
    while (lines.next()) {
      String text = lines.text();
      boolean marked = lines.number() == 1 && text.indexOf(Utf8.BYTE_ORDER_MARK) == 0;
      line(lines.number(), marked ? text.substring(1) : text);
    }
    block.ifPresent(open -> findings.add(unclosed(open)));
    return new FluxScript(sentinel, attribute, findings);
  }

  private void line(int number, String line) {
    Matcher match = SENTINEL.matcher(line);
    if (!match.lookingAt()) {
      otherLine(number, line);
      return;
    }
    Place place = place(number, line, 0, match.end());
    if (end > 0) {
      findings.add(
          refused("the submission lines ended with line " + end, place)
              .hint("Move this line up, above the first command."));
      return;
    }
    String begin = match.group();
    if (sentinel.isEmpty()) {
      sentinel = Optional.of(new FluxScript.Sentinel(begin, place));
    } else if (!sentinel.get().text().equals(begin)) {
      findings.add(
          refused("the first one begins with " + Shown.quoted(sentinel.get().text()), place)
              .hint(
                  "Begin every submission line alike. To switch one off, write '#' behind '"
                      + Shown.plain(sentinel.get().text())
                      + "'."));
      return;
    }
    submission(number, line, match.end());
  }

  private void otherLine(int number, String line) {
    block.ifPresent(open -> findings.add(unclosed(open)));
    block = Optional.empty();
    if (sentinel.isPresent() && end == 0 && !line.isBlank() && !continues(line)) {
      end = number - 1;
    }
    int first = line.length() - line.stripLeading().length();
    if (line.regionMatches(true, first, DirectiveText.PREFIX, 0, 3)
        && (line.length() == first + 3 || Words.isSpace(line.charAt(first + 3)))) {
      findings.add(
          notRead("Flux reads the attribute 'dw' only")
              .hint("Write the directive between '#FLUX: -S dw=\"\"\"' and '#FLUX: \"\"\"'.")
              .at(place(number, line, first, first + 3)));
    }
  }

  /** Whether a line without a sentinel leaves room for more: one that begins as sentinels do. */
  private boolean continues(String line) {
    String text = sentinel.orElseThrow().text();
    return line.startsWith(text.substring(0, text.length() - "flux:".length()).stripTrailing());
  }

  private void submission(int number, String line, int from) {
    String value = line.substring(from);
    if (block.isPresent()) {
      goOn(block.get(), number, line, from);
      return;
    }
    FluxWords words = FluxWords.of(value);
    Optional<Integer> hidden =
        words.comment().filter(at -> value.startsWith(DirectiveText.PREFIX, at));
    if (hidden.isPresent()) {
      int at = from + hidden.get();
      findings.add(inComment(place(number, line, at, at + 3)));
      return;
    }
    Place place = place(number, line, from, line.length());
    if (words.fault().isPresent()) {
      findings.add(
          refused(words.fault().get(), place)
              .hint("Close the quotes; a value of several lines stands between three quotes."));
    } else if (!words.words().isEmpty() && !words.words().getFirst().text().startsWith("-")) {
      findings.add(
          refused(Shown.quoted(words.words().getFirst().text()) + " is no option", place)
              .hint("Write an option, such as '-S dw=\"#DW ...\"'."));
    } else if (words.block().isPresent()) {
      String indent = value.substring(0, value.length() - value.stripLeading().length());
      block = Optional.of(new Block(place, words.block().get(), indent, words.words()));
    } else {
      options(words.words(), number, line, from);
    }
  }

  private void goOn(Block open, int number, String line, int from) {
    boolean closes = line.endsWith(open.quotes) && line.length() - from >= open.quotes.length();
    int to = closes ? line.length() - open.quotes.length() : line.length();
    open.add(line.substring(from, to), place(number, line, from, from));
    if (closes) {
      block = Optional.empty();
      key(open.words)
          .filter(key -> key.isDw() && key.value().isEmpty())
          .ifPresent(key -> give(open.text()));
    }
  }

  /** The attribute that the last of these words sets, when they end with an attribute. */
  private static Optional<Key> key(List<FluxWords.Word> words) {
    return words.isEmpty() ? Optional.empty() : Key.of(words, words.size() - 1);
  }

  private void options(List<FluxWords.Word> words, int number, String line, int from) {
    for (int i = 0; i < words.size(); i++) {
      FluxWords.Word word = words.get(i);
      Place place = place(number, line, from + word.start(), from + word.end());
      Key.of(words, i).filter(Key::isDw).ifPresent(key -> given(key, word, place, line, from));
    }
  }

  private void given(Key key, FluxWords.Word word, Place place, String line, int from) {
    if (key.value().isEmpty()) {
      findings.add(
          notRead("the attribute 'dw' has no value").hint("Write '-S dw=\"#DW ...\"'.").at(place));
    } else if (key.isFile()) {
      findings.add(
          notRead("the value of 'dw' is in the file " + Shown.quoted(key.value().get()))
              .hint("Check that file, too.")
              .at(place));
    } else {
      String value = key.value().get();
      int at = line.indexOf(value, from + word.start());
      boolean literal = at >= 0 && at + value.length() <= from + word.end();
      give(
          literal
              ? new PlacedText(
                  value,
                  place(place.line(), line, at, at + value.length()),
                  List.of(place(place.line(), line, at, at)))
              : new PlacedText(value, place, List.of()));
    }
  }

  private void give(PlacedText value) {
    attribute.ifPresent(
        before ->
            findings.add(
                notRead(
                        "the attribute 'dw' is given again in line "
                            + value.place().line()
                            + ", and the last one counts")
                    .hint("Give all directives in one.")
                    .at(before.place())));
    attribute = Optional.of(value);
  }

  /** An attribute that an option sets: its name, and its value if there is one. */
  private record Key(String name, Optional<String> value) {
    static Optional<Key> of(List<FluxWords.Word> words, int index) {
      String word = words.get(index).text();
      String before = index == 0 ? "" : words.get(index - 1).text();
      if (before.equals(SHORT_OPTION) || before.equals(LONG_OPTION)) {
        return Optional.of(parse(word));
      }
      if (word.startsWith(LONG_OPTION + "=")) {
        return Optional.of(parse(word.substring(LONG_OPTION.length() + 1)));
      }
      return word.startsWith(SHORT_OPTION) && word.length() > SHORT_OPTION.length()
          ? Optional.of(parse(word.substring(SHORT_OPTION.length())))
          : Optional.empty();
    }

    private static Key parse(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Key(text, Optional.empty())
          : new Key(
              text.substring(0, equals),
              Optional.of(text.substring(equals + 1)).filter(value -> !value.isEmpty()));
    }

    /** Whether the value is the name of a file with the attribute. */
    boolean isFile() {
      return name.startsWith("^");
    }

    boolean isDw() {
      return KEYS.contains(isFile() ? name.substring(1) : name);
    }
  }

  private static Finding refused(String because, Place place) {
    return Finding.error(
            Codes.BAD_FLUX_LINE.code(), Blame.USER, "Flux refuses this line: " + because + ".")
        .at(place);
  }

  private static Finding unclosed(Block open) {
    return refused("nothing closes the three quotes " + open.quotes, open.place)
        .hint(
            "Begin each line of the value as this one begins, and end the last with the same three"
                + " quotes.");
  }

  private static Finding notRead(String because) {
    return Finding.warning(
        Codes.IGNORED_LINE.code(), "This line is not read as a directive: " + because + ".");
  }

  private static Finding inComment(Place place) {
    return notRead("a '#' outside quotes begins a comment")
        .hint("Write the directive between quotes: '#FLUX: -S dw=\"#DW ...\"'.")
        .at(place);
  }

  /** The place of a part of a line; the offsets count characters from zero. */
  private Place place(int number, String line, int from, int to) {
    return new Place(
        source,
        number,
        line.codePointCount(0, from) + 1,
        Math.max(1, line.codePointCount(from, Math.max(from, to))));
  }
}
