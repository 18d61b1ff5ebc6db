package warren.profile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import warren.names.StoragePaths;

/**
 * Checks where a container mounts a volume of its pod.
 *
 * @param volumes the names of the pod's volumes
 * @param taken paths where Warren mounts something
 */
record MountCheck(Set<String> volumes, Set<String> taken) {
  /** Where a container's own system is; below the first two nothing can be mounted either. */
  private static final Set<String> SYSTEM = Set.of("/proc", "/sys", "/", "/dev");

  void check(Payload mount) {
    String path = mount.text("mountPath").orElse("");
    if (mount.has("mountPath") && !(path.startsWith("/") && isFree(clean(path)))) {
      mount
          .notes()
          .invalid(
              mount.pathOf("mountPath"),
              "is '" + path + "', where nothing of a profile can be mounted",
              "Use an absolute path that is neither Warren's, such as "
                  + StoragePaths.MOUNT_PREFIX
                  + " or /etc/passwd, nor the system's.");
    }
    String name = mount.text("name").orElse("");
    if (mount.has("name") && !volumes.contains(name)) {
      mount
          .notes()
          .invalid(
              mount.pathOf("name"),
              "is '" + name + "', and the pod has no volume of that name",
              "Define it; the job's storages are mounted without the profile's doing.");
    }
    if (mount.text("mountPropagation").orElse("").equals("Bidirectional")) {
      mount
          .notes()
          .refused(
              mount.pathOf("mountPropagation"), "containers of a job must not reach into the node");
      mount.node().remove("mountPropagation");
    }
  }

  private boolean isFree(String path) {
    return !taken.contains(path)
        && !SYSTEM.contains(path)
        && !isBelow(path, "/proc")
        && !isBelow(path, "/sys")
        && !path.equals(StoragePaths.MOUNT_PREFIX)
        && !isBelow(path, StoragePaths.MOUNT_PREFIX);
  }

  private static boolean isBelow(String path, String parent) {
    return path.startsWith(parent + "/");
  }

  /**
   * The path as the container's runtime takes it: without '//', '.', '..' and a slash at its end.
   */
  private static String clean(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : List.of(path.split("/"))) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }
}
