package warren.rabbit;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Removes a workflow's directory. Everything is addressed relative to an open directory and no link
 * is followed, so that nothing a user does at the same moment leads out of the tree. Nothing is
 * kept in memory but the path at work, however many files a user has made.
 */
final class TreeRemoval {
  /** Deeper directories are moved up first: a user's tree must not exhaust stack or descriptors. */
  private static final int DEPTH = 64;

  private final SecureDirectoryStream<Path> top;
  private final Supplier<String> freshNames;

  private TreeRemoval(SecureDirectoryStream<Path> top, Supplier<String> freshNames) {
    this.top = top;
    this.freshNames = freshNames;
  }

  /** Removes it, unless it is gone already. */
  static void remove(DirectoryRequest.Remove request) throws IOException {
    // Random, so that nobody can have made a directory of that name to be in the way.
    remove(request, () -> "warren-moved-up-" + UUID.randomUUID());
  }

  /**
   * The same.
   *
   * @param freshNames names for what is moved up; asked again when there is one of that name
   */
  static void remove(DirectoryRequest.Remove request, Supplier<String> freshNames)
      throws IOException {
    Path name = Path.of(request.name());
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(request.root())) {
      SecureDirectoryStream<Path> root = secure(stream);
      if (!exists(root, name)) {
        return;
      }
      if (!isDirectory(root, name)) {
        root.deleteFile(name);
        return;
      }
      try (SecureDirectoryStream<Path> top =
          root.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        new TreeRemoval(top, freshNames).clear(top, Path.of("."), 1);
      }
      root.deleteDirectory(name);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /**
   * Removes what is in a directory, entry by entry as it is listed. A listing may miss what comes
   * or goes meanwhile, and what is moved up comes: so it is listed until there is nothing.
   */
  private void clear(SecureDirectoryStream<Path> parent, Path name, int depth) throws IOException {
    boolean wasEmpty;
    do {
      wasEmpty = true;
      try (SecureDirectoryStream<Path> directory =
          parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        for (Path entry : directory) {
          wasEmpty = false;
          remove(directory, entry.getFileName(), depth);
        }
      }
    } while (!wasEmpty);
  }

  private void remove(SecureDirectoryStream<Path> directory, Path name, int depth)
      throws IOException {
    if (!isDirectory(directory, name)) {
      directory.deleteFile(name);
    } else if (depth == DEPTH) {
      directory.move(name, top, fresh());
    } else {
      clear(directory, name, depth + 1);
      directory.deleteDirectory(name);
    }
  }

  private Path fresh() throws IOException {
    Path name;
    do {
      name = Path.of(freshNames.get());
    } while (exists(top, name));
    return name;
  }

  private static boolean exists(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    try {
      view(directory, name).readAttributes();
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static boolean isDirectory(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    return view(directory, name).readAttributes().isDirectory();
  }

  private static BasicFileAttributeView view(SecureDirectoryStream<Path> directory, Path name) {
    return directory.getFileAttributeView(
        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) {
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    throw new IllegalStateException("this file system cannot be walked safely");
  }
}
