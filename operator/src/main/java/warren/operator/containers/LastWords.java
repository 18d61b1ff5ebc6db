package warren.operator.containers;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of a container's last output that tell most. Libraries of MPI end with a page that is
 * the same whatever happened, and the cause stands above it: such pages are left out. Pure.
 */
final class LastWords {
  /** More would drown the sentence; the whole log is kept elsewhere. */
  private static final int LINES = 10;

  private LastWords() {}

  /**
   * The last lines of this text, after pages of MPI libraries are left out; all of the text's last
   * lines when nothing else is there.
   *
   * @param text what the container wrote last, at most 2 kB; may be missing
   */
  static String of(String text) {
    if (text == null || text.isBlank()) {
      return "";
    }
    List<String> lines = text.strip().lines().toList();
    List<String> telling = MpiBoilerplate.without(lines);
    return last(telling.isEmpty() ? lines : telling);
  }

  private static String last(List<String> lines) {
    return lines.stream().skip(Math.max(0, lines.size() - LINES)).collect(Collectors.joining("\n"));
  }
}
