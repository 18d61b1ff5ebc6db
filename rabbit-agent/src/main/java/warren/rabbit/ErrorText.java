package warren.rabbit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What went wrong with a file, as the operating system says it. */
final class ErrorText {
  /** The longest message that the schema of RabbitDirectory accepts, in characters. */
  static final int LONGEST = 1024;

  private ErrorText() {}

  /**
   * The path and the system's words, such as {@code /mnt/x: Permission denied}.
   *
   * @param directory where it happened, for errors that name no path; a relative path is below it
   */
  static String of(IOException error, Path directory) {
    String text =
        error instanceof FileSystemException system
            ? place(system, directory) + ": " + words(system)
            : directory + ": " + error.getClass().getSimpleName() + ": " + error.getMessage();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String place(FileSystemException error, Path directory) {
    return error.getFile() == null
        ? directory.toString()
        : directory.resolve(error.getFile()).toString();
  }

  /** The exceptions of java.nio.file say by their class what C says by a number. */
  private static String words(FileSystemException error) {
    if (error.getReason() != null) {
      return error.getReason();
    }
    return switch (error) {
      case AccessDeniedException denied -> "Permission denied";
      case NoSuchFileException absent -> "No such file or directory";
      case FileAlreadyExistsException exists -> "File exists";
      case NotDirectoryException other -> "Not a directory";
      case DirectoryNotEmptyException full -> "Directory not empty";
      case FileSystemLoopException loop -> "Too many levels of symbolic links";
      default -> error.getClass().getSimpleName();
    };
  }
}
