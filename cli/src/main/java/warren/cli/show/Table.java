package warren.cli.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows below each other, each column as wide as its widest cell; as kubectl prints them. */
public final class Table {
  private static final int GAP = 3;

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings. */
  public Table(List<String> headings) {
    rows.add(List.copyOf(headings));
  }

  /** Adds a row, with as many cells as there are headings. */
  public Table add(List<String> cells) {
    if (cells.size() != columns()) {
      throw new IllegalArgumentException(cells.size() + " cells below " + rows.getFirst());
    }
    rows.add(cells.stream().map(SafeText::line).toList());
    return this;
  }

  /** How many columns it has. */
  public int columns() {
    return rows.getFirst().size();
  }

  /** The lines, headings first. */
  public List<String> lines() {
    List<Integer> widths =
        IntStream.range(0, columns())
            .mapToObj(
                column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toList();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths.get(i) + GAP - row.get(i).length()))
        .collect(Collectors.joining())
        .stripTrailing();
  }
}
