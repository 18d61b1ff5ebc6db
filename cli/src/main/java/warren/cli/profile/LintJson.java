package warren.cli.profile;

import java.io.PrintWriter;
import java.util.List;
import warren.cli.show.FindingJson;
import warren.dw.Finding;

/** For programs: a JSON object a line for each file. */
final class LintJson implements LintReport {
  private final PrintWriter out;
  private boolean accepted = true;

  LintJson(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void add(ProfileInput input, List<Finding> findings) {
    boolean good = findings.stream().noneMatch(Finding::isError);
    accepted &= good;
    out.println(
        FindingJson.object(
            json -> {
              json.writeStringField("source", input.file().source());
              json.writeBooleanField("accepted", good);
              json.writeArrayFieldStart("profiles");
              for (var profile : input.file().profiles()) {
                json.writeString(profile.name());
              }
              json.writeEndArray();
              FindingJson.writeAll(findings, json);
            }));
  }

  @Override
  public boolean end() {
    out.flush();
    return accepted;
  }
}
