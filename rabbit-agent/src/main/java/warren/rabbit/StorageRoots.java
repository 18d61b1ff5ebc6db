package warren.rabbit;

import java.nio.file.Path;

/**
 * The directories below which the agent makes and removes directories.
 *
 * @param shared of a file system that all nodes share
 * @param local of this Rabbit alone
 */
record StorageRoots(Path shared, Path local) {
  StorageRoots {
    check(shared);
    check(local);
  }

  /**
   * The root that a RabbitDirectory names.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  Path of(String name) {
    return switch (name) {
      case "Shared" -> shared;
      case "Local" -> local;
      default -> throw new IllegalArgumentException("there is no storage root '" + name + "'");
    };
  }

  private static void check(Path root) {
    if (!root.isAbsolute() || !root.equals(root.normalize()) || root.getNameCount() == 0) {
      throw new IllegalArgumentException("not the absolute path of a storage root: " + root);
    }
  }
}
