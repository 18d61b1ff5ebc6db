package warren.cli.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import warren.cli.CommandException;
import warren.cli.ExitStatus;

/** The file of a job script. */
public final class JobFile {
  private JobFile() {}

  /**
   * Its bytes.
   *
   * @throws CommandException when it cannot be read
   */
  public static byte[] read(Path script) {
    try {
      return Files.readAllBytes(script);
    } catch (NoSuchFileException missing) {
      throw new CommandException(
          ExitStatus.REFUSED, "there is no job script " + script + "; check the path", missing);
    } catch (IOException unreadable) {
      String why =
          Files.isDirectory(script) ? "it is a folder" : "you may not read it, or the disk failed";
      throw new CommandException(
          ExitStatus.REFUSED, "the job script " + script + " cannot be read: " + why, unreadable);
    }
  }
}
