package warren.cli.logs;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands a log on by lines; a line without an end is handed on when the log is closed. */
final class LinePrinter extends OutputStream {
  /** A longer line is handed on in pieces of so many bytes. */
  static final int LONGEST = 1 << 16;

  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LinePrinter(Consumer<String> lines) {
    this.lines = requireNonNull(lines, "lines");
  }

  @Override
  public synchronized void write(int single) {
    if (single == '\n') {
      handOn();
    } else {
      line.write(single);
      if (line.size() == LONGEST) {
        handOn();
      }
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      write(bytes[i]);
    }
  }

  @Override
  public synchronized void close() {
    if (line.size() > 0) {
      handOn();
    }
  }

  private void handOn() {
    lines.accept(line.toString(StandardCharsets.UTF_8));
    line.reset();
  }
}
