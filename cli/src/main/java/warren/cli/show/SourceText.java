package warren.cli.show;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.IntStream;

/** A text that findings are about, cut into lines at line feeds, as a {@code Place} counts them. */
public final class SourceText {
  private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(UTF_8);

  private final String source;
  private final byte[] content;
  private final int[] starts;

  /**
   * A text.
   *
   * @param source its name in the places of findings
   * @param content any bytes; what is no UTF-8 in them is shown as U+FFFD
   */
  public SourceText(String source, byte[] content) {
    this.source = requireNonNull(source, "source");
    this.content = content.clone();
    this.starts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, content.length)
                    .filter(at -> content[at] == '\n')
                    .map(at -> at + 1))
            .toArray();
  }

  String source() {
    return source;
  }

  /**
   * A line without its end, nor a byte-order mark before it; empty when there is none.
   *
   * @param number from 1
   */
  Optional<String> line(int number) {
    if (number < 1 || number > starts.length) {
      return Optional.empty();
    }
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] - 1 : content.length;
    if (end > start && content[end - 1] == '\r') {
      end--;
    }
    if (number == 1 && startsWithMark()) {
      start += BYTE_ORDER_MARK.length;
    }
    return Optional.of(new String(content, start, Math.max(0, end - start), UTF_8));
  }

  private boolean startsWithMark() {
    return content.length >= BYTE_ORDER_MARK.length
        && IntStream.range(0, BYTE_ORDER_MARK.length)
            .allMatch(at -> content[at] == BYTE_ORDER_MARK[at]);
  }
}
