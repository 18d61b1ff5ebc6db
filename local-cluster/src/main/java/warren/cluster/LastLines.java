package warren.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the end of a container's output, to be shown when the container does not start. */
final class LastLines {
  private static final int LINES = 15;

  private final Deque<String> lines = new ArrayDeque<>();

  synchronized void add(String text) {
    text.lines().filter(line -> !line.isBlank()).forEach(this::addLine);
  }

  private void addLine(String line) {
    lines.addLast(line);
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
  }

  synchronized String text() {
    return String.join("\n", lines);
  }
}
