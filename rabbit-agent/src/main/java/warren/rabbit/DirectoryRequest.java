package warren.rabbit;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a RabbitDirectory asks the agent to do with which directory. */
sealed interface DirectoryRequest {
  /** A workflow's UID and the index of a directive: neither a path, nor a name that leads out. */
  Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9]{1,4}");

  /** A directory of a compute: a single name, neither "." nor "..". */
  Pattern CHILD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

  /** An existing directory that only administrators may write to. */
  Path root();

  /** The directory's name below the root. */
  String name();

  /** The directory itself. */
  default Path directory() {
    return root().resolve(name());
  }

  /**
   * Make the directory, and directories in it, for an owner.
   *
   * @param uid the owner, 1 to 2³²-2
   * @param gid the owner's group, 0 to 2³²-2
   * @param children names of directories in it
   */
  record Make(Path root, String name, long uid, long gid, List<String> children)
      implements DirectoryRequest {
    public Make {
      check(root, name);
      children = List.copyOf(children);
      for (String child : children) {
        if (!CHILD.matcher(child).matches()) {
          throw new IllegalArgumentException("not the name of a directory: " + child);
        }
      }
      if (uid < 1 || uid >= 0xFFFF_FFFFL || gid < 0 || gid >= 0xFFFF_FFFFL) {
        throw new IllegalArgumentException("no directory is made for " + uid + ":" + gid);
      }
    }
  }

  /** Remove the directory with all that is in it. */
  record Remove(Path root, String name) implements DirectoryRequest {
    public Remove {
      check(root, name);
    }
  }

  private static void check(Path root, String name) {
    requireNonNull(root, "root");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a workflow's directory: " + name);
    }
  }
}
