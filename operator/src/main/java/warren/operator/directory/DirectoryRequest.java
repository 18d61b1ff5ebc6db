package warren.operator.directory;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What is to be done to which directory. */
sealed interface DirectoryRequest {
  /** A single name: neither a path, nor one of the two that lead out of it. */
  Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

  /** An existing directory that only administrators may write to. */
  Path root();

  /** The directory's name below the root. */
  String name();

  /**
   * Make it, and these directories in it, for this owner.
   *
   * @param children names of directories in it
   */
  record Make(Path root, String name, long uid, long gid, List<String> children)
      implements DirectoryRequest {
    public Make {
      check(root, name);
      children = List.copyOf(children);
      children.forEach(DirectoryRequest::check);
      if (uid < 1 || uid >= 0xFFFF_FFFFL || gid < 0 || gid >= 0xFFFF_FFFFL) {
        throw new IllegalArgumentException("no directory is made for " + uid + ":" + gid);
      }
    }
  }

  /** Remove it with all that is in it. */
  record Remove(Path root, String name) implements DirectoryRequest {
    public Remove {
      check(root, name);
    }
  }

  /**
   * Reads the arguments of the command line.
   *
   * @throws IllegalArgumentException with a sentence when they make no sense
   */
  static DirectoryRequest of(List<String> arguments) {
    if (arguments.size() >= 5 && "make".equals(arguments.getFirst())) {
      return new Make(
          Path.of(arguments.get(1)),
          arguments.get(2),
          Long.parseLong(arguments.get(3)),
          Long.parseLong(arguments.get(4)),
          arguments.subList(5, arguments.size()));
    }
    if (arguments.size() == 3 && "remove".equals(arguments.getFirst())) {
      return new Remove(Path.of(arguments.get(1)), arguments.get(2));
    }
    throw new IllegalArgumentException(
        "usage: make ROOT NAME UID GID [CHILD...] | remove ROOT NAME");
  }

  private static void check(Path root, String name) {
    if (!root.isAbsolute() || !root.equals(root.normalize()) || root.getNameCount() == 0) {
      throw new IllegalArgumentException("not a storage root: " + root);
    }
    check(name);
  }

  private static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a directory: " + name);
    }
  }
}
