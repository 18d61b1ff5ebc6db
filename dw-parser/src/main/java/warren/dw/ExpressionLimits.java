package warren.dw;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Tells expressions that would cost too much, by a look at their text alone: Go refuses most of
 * these too, re2j would run out of stack, memory or patience.
 */
final class ExpressionLimits {
  /**
   * In characters, with repetitions written out: re2j takes time by the square of this to factor
   * alternatives, and by its product with the text's length to search.
   */
  private static final int LARGEST = 5_000;

  /** Of groups in groups; Go allows 1000, and re2j's recursion needs a deep stack for that. */
  private static final int DEEPEST = 200;

  /** As Go: how often repetitions may repeat each other. */
  private static final long MOST_REPEATED = 1000;

  /** A sequence: its size, that of its last atom, and how often that repeats within itself. */
  private static final class Sequence {
    long size;
    long last;
    long deepest = 1;
    long lastDeepest = 1;

    void atom(long atomSize, long repeated) {
      size += last;
      deepest = Math.max(deepest, lastDeepest);
      last = atomSize;
      lastDeepest = repeated;
    }
  }

  private final String source;
  private final Deque<Sequence> groups = new ArrayDeque<>();
  private int at;

  private ExpressionLimits(String source) {
    this.source = source;
  }

  static boolean exceededBy(String source) {
    return source.length() > LARGEST || new ExpressionLimits(source).isExceeded();
  }

  private boolean isExceeded() {
    groups.push(new Sequence());
    while (at < source.length()) {
      char c = source.charAt(at++);
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> groups.push(new Sequence());
        case ')' -> close();
        case '{' -> repeat();
        default -> groups.element().atom(1, 1);
      }
      if (groups.size() > DEEPEST || groups.element().lastDeepest > MOST_REPEATED) {
        return true;
      }
      if (groups.element().size + groups.element().last > LARGEST) {
        return true;
      }
    }
    return false;
  }

  private void escape() {
    if (source.startsWith("Q", at)) {
      int end = source.indexOf("\\E", at);
      at = end < 0 ? source.length() : end + 2;
    } else {
      at++;
    }
    groups.element().atom(1, 1);
  }

  private void characterClass() {
    at += source.startsWith("^", at) ? 1 : 0;
    at += source.startsWith("]", at) ? 1 : 0;
    while (at < source.length() && source.charAt(at) != ']') {
      if (source.startsWith("[:", at) && source.indexOf(":]", at) > 0) {
        at = source.indexOf(":]", at) + 1;
      }
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    groups.element().atom(1, 1);
  }

  private void close() {
    if (groups.size() > 1) {
      Sequence closed = groups.pop();
      closed.atom(0, 1);
      groups.element().atom(closed.size + 1, closed.deepest);
    }
  }

  private void repeat() {
    int end = source.indexOf('}', at);
    String bounds = end < 0 ? "" : source.substring(at, end);
    if (!bounds.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
      groups.element().atom(1, 1);
      return;
    }
    at = end + 1;
    long times = Integer.parseInt(List.of(bounds.split(",")).getLast());
    Sequence sequence = groups.element();
    sequence.last *= Math.max(1, times);
    sequence.lastDeepest = times == 0 ? 1 : sequence.lastDeepest * times;
  }
}
