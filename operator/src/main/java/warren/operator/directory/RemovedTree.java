package warren.operator.directory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes a workflow's directory. Everything is addressed relative to an open directory and no link
 * is followed, so that nothing a user does at the same moment leads out of the tree.
 */
final class RemovedTree {
  /** Deeper directories are moved up first: a user's tree must not exhaust stack or descriptors. */
  private static final int DEPTH = 64;

  private final SecureDirectoryStream<Path> top;
  private int moved;

  private RemovedTree(SecureDirectoryStream<Path> top) {
    this.top = top;
  }

  /** Removes it, unless it is gone already. */
  static void remove(DirectoryRequest.Remove request) throws IOException {
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
        new RemovedTree(top).clear();
      }
      root.deleteDirectory(name);
    }
  }

  private void clear() throws IOException {
    int before;
    do {
      before = moved;
      // A stream lists once; what was moved up after that needs another look.
      try (SecureDirectoryStream<Path> again =
          top.newDirectoryStream(Path.of("."), LinkOption.NOFOLLOW_LINKS)) {
        clear(again, 1);
      }
    } while (moved != before);
  }

  private void clear(SecureDirectoryStream<Path> directory, int depth) throws IOException {
    for (Path name : names(directory)) {
      if (!isDirectory(directory, name)) {
        directory.deleteFile(name);
      } else if (depth == DEPTH) {
        moved++;
        directory.move(name, top, Path.of("warren-moved-up-" + moved));
      } else {
        try (SecureDirectoryStream<Path> below =
            directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
          clear(below, depth + 1);
        }
        directory.deleteDirectory(name);
      }
    }
  }

  private static List<Path> names(DirectoryStream<Path> directory) {
    List<Path> names = new ArrayList<>();
    directory.forEach(entry -> names.add(entry.getFileName()));
    return names;
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
