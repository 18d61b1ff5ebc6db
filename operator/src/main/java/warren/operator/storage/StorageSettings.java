package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import warren.dw.FileSystemType;

/**
 * Where directories are made, and by what.
 *
 * @param systemNamespace where the Jobs run
 * @param image the operator's own image, which the Jobs run
 * @param sharedRoot on every node, a folder of a file system that all nodes share
 * @param localRoot on every Rabbit, a folder of its own
 */
public record StorageSettings(
    String systemNamespace, String image, Path sharedRoot, Path localRoot) {
  public StorageSettings {
    requireNonNull(systemNamespace, "systemNamespace");
    requireNonNull(image, "image");
    if (!sharedRoot.isAbsolute() || !localRoot.isAbsolute()) {
      throw new IllegalArgumentException("storage roots are absolute paths");
    }
  }

  /** The root for storage of this type. */
  Path root(FileSystemType type) {
    return type.isPerCompute() ? localRoot : sharedRoot;
  }
}
