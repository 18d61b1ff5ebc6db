package warren.launch;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Files that stand in every container, read-only, whatever its image has in their places.
 *
 * @param name the name of the object that holds them, in the workflow's namespace
 * @param files in a fixed order, each path and each key once
 */
public record ContainerFiles(String name, List<File> files) {
  /**
   * One file.
   *
   * @param key its name in the object that holds it
   * @param path where containers see it; absolute
   */
  public record File(String key, String path, String content) {
    public File {
      requireNonNull(key, "key");
      requireNonNull(content, "content");
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("a file's path is absolute: " + path);
      }
    }
  }

  public ContainerFiles {
    requireNonNull(name, "name");
    files = List.copyOf(files);
  }
}
