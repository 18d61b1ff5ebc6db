package warren.launch;

import static java.util.Objects.requireNonNull;

/**
 * A mount of every container of a pod.
 *
 * @param volume the name of the pod's volume, unique in the pod
 */
public record PodMount(String volume, Mount mount) {
  public PodMount {
    requireNonNull(volume, "volume");
    requireNonNull(mount, "mount");
  }

  /** The mount path in every container. */
  public String path() {
    return mount.path();
  }
}
