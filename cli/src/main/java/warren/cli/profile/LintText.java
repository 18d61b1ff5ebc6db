package warren.cli.profile;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import warren.cli.show.FindingText;
import warren.cli.show.Ink;
import warren.cli.show.Summary;
import warren.dw.Finding;

/** For people: each finding with its line and a mark, and a summary in the last line. */
final class LintText implements LintReport {
  private final PrintWriter out;
  private final Ink ink;
  private final Summary summary;
  private int inputs;
  private int profiles;
  private int others;

  LintText(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
    this.summary = new Summary("file", ink);
  }

  @Override
  public void add(ProfileInput input, List<Finding> findings) {
    FindingText text = FindingText.of(input.text(), ink);
    for (Finding finding : findings) {
      text.of(finding).forEach(out::println);
      out.println();
    }
    summary.add(input.file().source(), findings);
    inputs++;
    profiles += input.file().profiles().size();
    others += input.file().others().size();
  }

  @Override
  public boolean end() {
    if (inputs > 0) {
      List<String> counts = new ArrayList<>(List.of(Summary.count(profiles, "profile")));
      if (others > 0) {
        counts.add(Summary.count(others, "object") + " of other kinds not looked at");
      }
      out.println(summary.line(counts));
    }
    out.flush();
    return summary.accepted();
  }
}
