package warren.rabbit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Gives a directory to a user. */
interface OwnerChange {
  void give(Path directory, long uid, long gid) throws IOException;

  /** The real one; needs CAP_CHOWN. */
  static OwnerChange ofFileSystem() {
    return (directory, uid, gid) -> {
      // The attribute takes the 32 bits of an unsigned id as an int.
      Files.setAttribute(directory, "unix:gid", (int) gid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(directory, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
    };
  }
}
