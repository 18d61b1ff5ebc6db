package warren.cli.show;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.dw.Finding;

/** Counts what is found in the inputs of a call, for the last line. */
public final class Summary {
  private final String input;
  private final Ink ink;
  private String last = "";
  private int inputs;
  private int refused;
  private int errors;
  private int warnings;

  /**
   * A summary of nothing yet.
   *
   * @param input what an input is, such as {@code script}
   */
  public Summary(String input, Ink ink) {
    this.input = input;
    this.ink = ink;
  }

  /** Adds an input, which is refused when there is an error among its findings. */
  public void add(String source, Collection<Finding> findings) {
    int wrong = Math.toIntExact(findings.stream().filter(Finding::isError).count());
    last = source;
    inputs++;
    refused += wrong > 0 ? 1 : 0;
    errors += wrong;
    warnings += findings.size() - wrong;
  }

  /** Whether no input was refused. */
  public boolean accepted() {
    return refused == 0;
  }

  /**
   * The line, such as {@code job.sh: refused: 1 error, no warnings, 2 directives}.
   *
   * @param counts what else was counted, each by {@link #count}
   */
  public String line(List<String> counts) {
    String all =
        Stream.concat(
                Stream.of(count(errors, "error"), count(warnings, "warning")), counts.stream())
            .collect(Collectors.joining(", "));
    return subject() + ": " + all;
  }

  private String subject() {
    if (inputs == 1) {
      return SafeText.oneLine(last) + ": " + verdict("accepted", "refused");
    }
    return count(inputs, input)
        + ", "
        + verdict("all accepted", refused == inputs ? "all refused" : refused + " refused");
  }

  private String verdict(String accepted, String notAccepted) {
    return accepted() ? ink.green(accepted) : ink.red(notAccepted);
  }

  /** How many of something: {@code no errors}, {@code 1 error}, {@code 2 errors}. */
  public static String count(int number, String what) {
    return switch (number) {
      case 0 -> "no " + what + "s";
      case 1 -> "1 " + what;
      default -> number + " " + what + "s";
    };
  }
}
