package warren.plan;

import static java.util.Objects.requireNonNull;

import warren.dw.FileSystemType;

/**
 * A storage that a container gets.
 *
 * @param variable the environment variable that holds its mount path, such as DW_JOB_foo
 * @param volume the pod's volume name: the variable without its prefix, underscores as hyphens
 * @param directive the index of the storage's own directive
 */
public record StorageUse(String variable, String volume, int directive, FileSystemType type) {
  public StorageUse {
    requireNonNull(variable, "variable");
    requireNonNull(volume, "volume");
    requireNonNull(type, "type");
  }
}
