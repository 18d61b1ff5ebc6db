package warren.cli.check;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, each as soon as it is there; of too long ones the beginning. */
final class LineStream {
  private final InputStream in;
  private final int longest;
  private int number;
  private boolean cut;

  /**
   * A stream's lines.
   *
   * @param longest how many bytes of a line are kept
   */
  LineStream(InputStream in, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.longest = longest;
  }

  /** The next line without its line feed; empty at the end. */
  Optional<byte[]> next() throws IOException {
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    number++;
    cut = false;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (; b >= 0 && b != '\n'; b = in.read()) {
      cut |= line.size() == longest;
      if (!cut) {
        line.write(b);
      }
    }
    return Optional.of(line.toByteArray());
  }

  /** The number of the line that was read last, from 1. */
  int number() {
    return number;
  }

  /** Whether the line that was read last was too long. */
  boolean cut() {
    return cut;
  }
}
