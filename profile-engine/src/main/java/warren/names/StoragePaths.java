package warren.names;

import java.nio.file.Path;

/**
 * Where a storage directive's files are: one directory per (workflow, directive) below a root, and
 * the same last part everywhere, so that a path is computed from the workflow's UID alone.
 */
public final class StoragePaths {
  /** The prefix of mount paths, upstream's default. */
  public static final String MOUNT_PREFIX = "/mnt/nnf";

  private StoragePaths() {}

  /** The directory's own name below a storage root: {@code <uid>-<directive>}. */
  public static String directory(String workflowUid, int directive) {
    return workflowUid + "-" + directive;
  }

  /** Where containers and computes see it: {@code /mnt/nnf/<uid>-<directive>}. */
  public static String mountPath(String workflowUid, int directive) {
    return MOUNT_PREFIX + "/" + directory(workflowUid, directive);
  }

  /**
   * The name, below a per-compute file system's mount path on a Rabbit, of one compute's directory.
   *
   * @param place the compute's place on that Rabbit, from zero: the {@code index} of {@code
   *     computesAccess} in the SystemConfiguration
   */
  public static String computeDirectory(String rabbit, int place) {
    return rabbit + "-" + place;
  }

  /** {@link #directory} below a root. */
  public static Path under(Path root, String workflowUid, int directive) {
    return root.resolve(directory(workflowUid, directive));
  }
}
