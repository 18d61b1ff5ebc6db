package warren.cli.show;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Why a file could not be used, in words: Java's own messages are often only the file's name. */
public final class FileTrouble {
  private FileTrouble() {}

  /** A clause to follow a colon. */
  public static String reason(IOException trouble) {
    return switch (trouble) {
      case AccessDeniedException denied -> "you may not do that there";
      case FileAlreadyExistsException taken -> "something else is there: " + taken.getFile();
      case NotDirectoryException file -> file.getFile() + " is no folder";
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case FileSystemException other when other.getReason() != null ->
          SafeText.oneLine(other.getReason());
      default ->
          SafeText.oneLine(
              Optional.ofNullable(trouble.getMessage())
                  .orElseGet(() -> trouble.getClass().getSimpleName()));
    };
  }
}
