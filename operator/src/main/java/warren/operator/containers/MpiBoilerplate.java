package warren.operator.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Pages and lines that Open MPI (4 and 5) and MPICH print whatever made a job fail. Open MPI sets
 * its pages between lines of dashes. Pure.
 */
final class MpiBoilerplate {
  private static final Pattern DASHES = Pattern.compile("-{20,}");

  /** Each is part of a page that guesses at causes, or says only that something has failed. */
  private static final List<String> PAGES =
      List.of(
          "was unable to reliably start one or more daemons",
          "has lost communication with a remote daemon",
          "does not know how to route a message to the specified daemon",
          "a failure of the TCP network",
          "the inability to write startup files into",
          "an inability to create a connection back to",
          "This is an internal programming error",
          "Per user-direction, the job has been aborted");

  /** MPICH's lines about its own end. */
  private static final Pattern LINE =
      Pattern.compile(
          "=+"
              + "|=\\s+(BAD TERMINATION OF ONE OF|CLEANING UP REMAINING|YOU CAN IGNORE THE BELOW).*"
              + "|\\[(proxy:|mpiexec@).*");

  private MpiBoilerplate() {}

  /** These lines without boilerplate, and without empty lines at both ends. */
  static List<String> without(List<String> lines) {
    List<String> kept = new ArrayList<>();
    List<String> page = new ArrayList<>();
    for (String line : lines) {
      if (DASHES.matcher(line.strip()).matches()) {
        keep(page, kept);
        page.clear();
      } else {
        page.add(line);
      }
    }
    keep(page, kept);
    return String.join("\n", kept).strip().lines().toList();
  }

  private static void keep(List<String> page, List<String> kept) {
    String text = String.join(" ", page);
    if (PAGES.stream().noneMatch(text::contains)) {
      page.stream().filter(line -> !LINE.matcher(line.strip()).matches()).forEach(kept::add);
    }
  }
}
