package warren.cli.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Facts for a person: headings, and below them labels with their values in a column. */
public final class Sheet {
  /** Columns before a value; a longer label pushes its value on. */
  private static final int COLUMN = 26;

  private final List<String> lines = new ArrayList<>();

  /** A heading, after an empty line unless it is the first. */
  public Sheet heading(String text) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(SafeText.line(text));
    return this;
  }

  /** A label and its values, a line each; nothing when there are no values. */
  public Sheet row(String label, List<String> values) {
    String start = "  " + label + " ".repeat(Math.max(2, COLUMN - label.length() - 2));
    for (String value : values) {
      lines.add(start + SafeText.line(value));
      start = " ".repeat(COLUMN);
    }
    return this;
  }

  /** A label and its value, or several of them. */
  public Sheet row(String label, String... values) {
    return row(label, Arrays.asList(values));
  }

  /** The lines. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
