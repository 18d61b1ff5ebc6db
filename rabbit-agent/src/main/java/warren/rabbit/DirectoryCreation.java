package warren.rabbit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes a workflow's directory. */
final class DirectoryCreation {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private DirectoryCreation() {}

  /**
   * Makes the directory unless the owner has it already. The directory is given to its owner last,
   * and nothing is done in it afterwards: no link that a user makes can lead the agent astray, and
   * a creation that was interrupted is taken up where it ended.
   *
   * @throws FileSystemException when there is something of that name that is not a directory, or is
   *     another user's
   */
  static void make(DirectoryRequest.Make request, OwnerChange owner) throws IOException {
    if (!Files.isDirectory(request.root(), LinkOption.NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(request.root().toString());
    }
    Path directory = request.directory();
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      int there = uid(directory);
      if (there == (int) request.uid() && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      // Whose it is may have put links into it.
      if (there != uid(request.root())) {
        throw new FileSystemException(
            directory.toString(), null, "belongs to user " + Integer.toUnsignedLong(there));
      }
    }
    create(directory);
    for (String child : request.children()) {
      Path below = directory.resolve(child);
      create(below);
      owner.give(below, request.uid(), request.gid());
    }
    owner.give(directory, request.uid(), request.gid());
  }

  private static int uid(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static void create(Path directory) throws IOException {
    try {
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }
}
