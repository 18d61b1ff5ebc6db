package warren.operator.directory;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes a workflow's directory. */
final class MadeDirectory {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private MadeDirectory() {}

  /**
   * Makes it unless it is there. It is given away last, with nothing to be done in it afterwards: a
   * user's own directory is never touched again, so no link in it can lead astray.
   */
  static void make(DirectoryRequest.Make request, OwnerChange owner) throws IOException {
    if (!Files.isDirectory(request.root(), LinkOption.NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(request.root().toString());
    }
    Path directory = request.root().resolve(request.name());
    if (isGivenAway(directory, request.uid())) {
      return;
    }
    create(directory);
    for (String child : request.children()) {
      Path below = directory.resolve(child);
      create(below);
      owner.give(below, request.uid(), request.gid());
    }
    owner.give(directory, request.uid(), request.gid());
  }

  private static boolean isGivenAway(Path directory, long uid) throws IOException {
    return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        && Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals((int) uid);
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
