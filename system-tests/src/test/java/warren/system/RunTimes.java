package warren.system;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times that {@code warren run} writes in front of its plain lines. */
final class RunTimes {
  private static final Pattern LINE = Pattern.compile("^\\+ *([0-9.]+) s .*");

  private RunTimes() {}

  /**
   * Seconds from the first line that contains {@code from} to the first that contains {@code to}.
   */
  static double between(String output, String from, String to) {
    return at(output, to) - at(output, from);
  }

  private static double at(String output, String words) {
    return output
        .lines()
        .filter(line -> line.contains(words))
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .mapToDouble(line -> Double.parseDouble(line.group(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no timed line with '" + words + "' in:\n" + output));
  }
}
