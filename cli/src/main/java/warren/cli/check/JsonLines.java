package warren.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import warren.cli.show.FindingJson;
import warren.dw.Reading;

/** For submit filters and other programs: requests as JSON, a line each, and an answer to each. */
final class JsonLines implements Report {
  /** The longest request, in bytes. */
  static final int LONGEST = 32 << 20;

  private final Checker checker;
  private final RequestReader requests;
  private final PrintWriter out;
  private final PrintWriter err;

  JsonLines(Checker checker, PrintWriter out, PrintWriter err) {
    this.checker = checker;
    this.requests = new RequestReader(checker);
    this.out = out;
    this.err = err;
  }

  /** Answers each line before it waits for the next, as whoever asks may be waiting, too. */
  @Override
  public Answer read(String source, InputStream input) throws IOException {
    LineStream lines = new LineStream(input, LONGEST);
    Answer worst = Answer.ACCEPTED;
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!isBlank(line.get())) {
        worst = worst.and(answer(lines, line.get()));
        out.flush();
      }
    }
    return worst;
  }

  private Answer answer(LineStream lines, byte[] line) {
    String id = "null";
    try {
      if (lines.cut()) {
        throw new BadRequestException("the line is longer than " + LONGEST + " bytes");
      }
      RequestReader.Envelope envelope = requests.open(line);
      id = envelope.id();
      Request request = requests.read(envelope);
      Reading reading = checker.read(request.submission().script(), request.book());
      print(id, json -> new ReadingJson(request.submission(), reading).write(json));
      return Answer.of(reading.accepted());
    } catch (BadRequestException bad) {
      print(
          id,
          json -> {
            json.writeNumberField("line", lines.number());
            json.writeStringField("error", bad.getMessage());
          });
      return Answer.NONE;
    }
  }

  private void print(String id, FindingJson.Fields fields) {
    out.println(
        FindingJson.object(
            json -> {
              json.writeFieldName("id");
              json.writeRawValue(id);
              fields.write(json);
            }));
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void unreadable(String source, String why) {
    err.println("warren: " + why);
  }

  @Override
  public void end() {
    out.flush();
  }
}
