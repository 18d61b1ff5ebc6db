package warren.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a call of {@code warren check} printed and returned. */
record Called(int status, String out, String err) {
  static Called check(String... arguments) {
    return withInput("", arguments);
  }

  static Called withInput(String input, String... arguments) {
    return withInput(input.getBytes(UTF_8), arguments);
  }

  static Called withInput(byte[] input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        new CommandLine(new CheckCommand(new ByteArrayInputStream(input)))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int status = line.execute(arguments);
    return new Called(status, out.toString(), err.toString());
  }
}
