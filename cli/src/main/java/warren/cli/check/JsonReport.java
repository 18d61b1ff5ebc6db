package warren.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import warren.cli.show.FindingJson;
import warren.dw.Reading;
import warren.submission.Submission;

/** For programs: a JSON object a line for each script. */
final class JsonReport implements Report {
  private final Checker checker;
  private final PrintWriter out;

  JsonReport(Checker checker, PrintWriter out) {
    this.checker = checker;
    this.out = out;
  }

  @Override
  public Answer read(String source, InputStream input) throws IOException {
    Submission submission = checker.submission(source, input.readAllBytes());
    Reading reading = checker.read(submission.script());
    out.println(FindingJson.object(json -> new ReadingJson(submission, reading).write(json)));
    return Answer.of(reading.accepted());
  }

  @Override
  public void unreadable(String source, String why) {
    out.println(
        FindingJson.object(
            json -> {
              json.writeStringField("source", source);
              json.writeStringField("error", why);
            }));
  }

  @Override
  public void end() {
    out.flush();
  }
}
