package warren.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Calls of the command line inside the tests' process, and files beside them. */
public final class Warren {
  private Warren() {}

  /** What a command returned and printed. */
  public record Answer(int status, String out, String err) {}

  /** Runs a command; the words of all lists are its arguments. */
  public static Answer call(List<List<String>> arguments) {
    return call(arguments.stream().flatMap(List::stream).toArray(String[]::new));
  }

  /** Runs a command. */
  public static Answer call(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine(InstantSource.system());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int status = line.execute(arguments);
    return new Answer(status, out.toString(), err.toString());
  }

  /** The checkout. */
  public static Path home() {
    return Path.of(
        Optional.ofNullable(System.getProperty("warren.home"))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the system property warren.home has to name the checkout: Maven sets it,"
                            + " an IDE needs -Dwarren.home=FOLDER")));
  }

  /** A file's text. */
  public static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Writes a file, with the folders it stands in. */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
