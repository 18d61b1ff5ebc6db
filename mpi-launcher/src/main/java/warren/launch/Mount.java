package warren.launch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Storage as it is offered to the containers of a job: from which source, and where containers see
 * it. The driver of the storage offers it; whoever starts containers mounts it as it says.
 *
 * @param source where the data comes from
 * @param path the mount path in every container, absolute
 * @param readOnly containers must not write
 * @param subPath the part of the source that is mounted, relative; empty means all of it
 */
public record Mount(MountSource source, String path, boolean readOnly, Optional<String> subPath) {
  public Mount {
    requireNonNull(source, "source");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a mount path is absolute: " + path);
    }
    subPath.ifPresent(Mount::check);
  }

  private static void check(String subPath) {
    for (String step : subPath.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        throw new IllegalArgumentException("a sub-path stays within the source: " + subPath);
      }
    }
  }
}
