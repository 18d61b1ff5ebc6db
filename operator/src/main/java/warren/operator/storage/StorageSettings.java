package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import warren.dw.FileSystemType;

/**
 * Where storage is made in directories.
 *
 * @param systemNamespace where agents look for RabbitDirectories
 * @param sharedRoot on every node, a folder of a file system that all nodes share
 * @param localRoot on every Rabbit, a folder of its own
 */
public record StorageSettings(String systemNamespace, Path sharedRoot, Path localRoot) {
  public StorageSettings {
    requireNonNull(systemNamespace, "systemNamespace");
    if (!sharedRoot.isAbsolute() || !localRoot.isAbsolute()) {
      throw new IllegalArgumentException("storage roots are absolute paths");
    }
  }

  /** The root for storage of this type. */
  Path root(FileSystemType type) {
    return type.isPerCompute() ? localRoot : sharedRoot;
  }
}
