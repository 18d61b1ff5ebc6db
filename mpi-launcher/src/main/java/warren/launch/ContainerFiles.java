package warren.launch;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Files that stand in every container, read-only, whatever its image has in their places.
 *
 * @param files in a fixed order, each path and each key once
 */
public record ContainerFiles(List<File> files) {
  /**
   * One file.
   *
   * @param key its own name, a DNS label or the like
   * @param path where containers see it; absolute
   * @param executable whether it is a program
   */
  public record File(String key, String path, String content, boolean executable) {
    public File {
      requireNonNull(key, "key");
      requireNonNull(content, "content");
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("a file's path is absolute: " + path);
      }
    }

    /** A file that is no program. */
    public File(String key, String path, String content) {
      this(key, path, content, false);
    }
  }

  public ContainerFiles {
    files = List.copyOf(files);
  }
}
