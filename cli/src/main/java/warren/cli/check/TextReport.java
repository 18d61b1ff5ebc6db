package warren.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import warren.cli.show.FindingText;
import warren.cli.show.Ink;
import warren.cli.show.SafeText;
import warren.cli.show.Summary;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.submission.Submission;

/** For people: each finding with its line and a mark, and a summary in the last line. */
final class TextReport implements Report {
  private final Checker checker;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Ink ink;
  private final Summary summary;
  private int scripts;
  private int directives;

  TextReport(Checker checker, PrintWriter out, PrintWriter err, Ink ink) {
    this.checker = checker;
    this.out = out;
    this.err = err;
    this.ink = ink;
    this.summary = new Summary("script", ink);
  }

  @Override
  public Answer read(String source, InputStream input) throws IOException {
    byte[] content = input.readAllBytes();
    Submission submission = checker.submission(source, content);
    submission.recognized().ifPresent(how -> out.println(SafeText.oneLine(how) + "\n"));
    JobScript script = submission.script();
    Reading reading = checker.read(script);
    FindingText text = FindingText.of(script, content, ink);
    for (Finding finding : reading.findings()) {
      text.of(finding).forEach(out::println);
      out.println();
    }
    summary.add(source, reading.findings());
    scripts++;
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
      out.println(summary.line(List.of(Summary.count(directives, "directive"))));
    }
    out.flush();
  }
}
