package warren.profile;

import java.util.Set;
import warren.names.Reserved;
import warren.names.StoragePaths;
import warren.profile.model.MountPaths;

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
    // One that leads upwards is told as such.
    if (mount.has("mountPath")
        && !MountPaths.leadsUpwards(path)
        && !isFree(MountPaths.comparable(path))) {
      mount
          .notes()
          .invalid(
              mount.pathOf("mountPath"),
              "is '" + path + "', where nothing of a profile can be mounted",
              "Choose another absolute path, such as /data: "
                  + StoragePaths.MOUNT_PREFIX
                  + " and some files are taken by Warren, /proc, /sys, /dev and / by the system.");
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
    return path.startsWith("/")
        && !taken.contains(path)
        && !SYSTEM.contains(path)
        && !isBelow(path, "/proc")
        && !isBelow(path, "/sys")
        && !isIn(path, StoragePaths.MOUNT_PREFIX)
        && !isIn(path, Reserved.HOMES);
  }

  private static boolean isIn(String path, String folder) {
    return path.equals(folder) || isBelow(path, folder);
  }

  private static boolean isBelow(String path, String parent) {
    return path.startsWith(parent + "/");
  }
}
