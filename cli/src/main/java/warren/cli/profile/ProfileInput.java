package warren.cli.profile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.FileTrouble;
import warren.cli.show.SafeText;
import warren.cli.show.SourceText;
import warren.profile.file.ProfileFile;

/**
 * A file with profiles that the command line names.
 *
 * @param text for the lines that findings are about
 */
record ProfileInput(ProfileFile file, SourceText text) {
  /** What stands for standard input on the command line, and what findings call it. */
  static final String STANDARD_INPUT = "-";

  private static final String STANDARD_INPUT_SOURCE = "<stdin>";

  ProfileInput {
    requireNonNull(file, "file");
    requireNonNull(text, "text");
  }

  /**
   * Reads a file, or standard input.
   *
   * @throws CommandException when it cannot be read
   */
  static ProfileInput read(String name, InputStream standardInput) {
    try {
      if (name.equals(STANDARD_INPUT)) {
        return of(STANDARD_INPUT_SOURCE, standardInput);
      }
      try (InputStream content = Files.newInputStream(Path.of(name))) {
        return of(name, content);
      }
    } catch (IOException unreadable) {
      throw stop(name, FileTrouble.reason(unreadable), unreadable);
    } catch (InvalidPathException impossible) {
      throw stop(name, "no file can have that name", impossible);
    }
  }

  private static ProfileInput of(String source, InputStream in) throws IOException {
    byte[] content = in.readNBytes(ProfileFile.MOST_BYTES);
    return new ProfileInput(ProfileFile.read(source, content), new SourceText(source, content));
  }

  private static CommandException stop(String name, String why, Exception cause) {
    return new CommandException(
        ExitStatus.UNANSWERED, SafeText.oneLine(name) + " cannot be read: " + why, cause);
  }
}
