package warren.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import warren.cli.show.FindingText;
import warren.cli.show.Ink;
import warren.cli.show.SafeText;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;

/** For people: each finding with its line and a mark, and a summary in the last line. */
final class TextReport implements Report {
  private final Checker checker;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Ink ink;
  private String last = "";
  private int scripts;
  private int refused;
  private int directives;
  private int errors;
  private int warnings;

  TextReport(Checker checker, PrintWriter out, PrintWriter err, Ink ink) {
    this.checker = checker;
    this.out = out;
    this.err = err;
    this.ink = ink;
  }

  @Override
  public Answer read(String source, InputStream input) throws IOException {
    byte[] content = input.readAllBytes();
    JobScript script = checker.script(source, content);
    Reading reading = checker.read(script);
    FindingText text = FindingText.of(script, content, ink);
    for (Finding finding : reading.findings()) {
      text.of(finding).forEach(out::println);
      out.println();
      errors += finding.isError() ? 1 : 0;
      warnings += finding.isError() ? 0 : 1;
    }
    last = source;
    scripts++;
    refused += reading.accepted() ? 0 : 1;
    directives += reading.lines().size();
    return Answer.of(reading.accepted());
  }

  @Override
  public void unreadable(String source, String why) {
    out.flush(); // so that both stay in order on a terminal
    err.println("warren: " + why);
    err.flush();
  }

  @Override
  public void end() {
    if (scripts > 0) {
      out.println(
          subject()
              + ": "
              + count(errors, "error")
              + ", "
              + count(warnings, "warning")
              + ", "
              + count(directives, "directive"));
    }
    out.flush();
  }

  private String subject() {
    if (scripts == 1) {
      return SafeText.oneLine(last) + ": " + verdict("accepted", "refused");
    }
    return scripts
        + " scripts, "
        + verdict("all accepted", refused == scripts ? "all refused" : refused + " refused");
  }

  private String verdict(String accepted, String notAccepted) {
    return refused == 0 ? ink.green(accepted) : ink.red(notAccepted);
  }

  private static String count(int number, String what) {
    return switch (number) {
      case 0 -> "no " + what + "s";
      case 1 -> "1 " + what;
      default -> number + " " + what + "s";
    };
  }
}
