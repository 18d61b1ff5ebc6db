package warren.launch;

import static java.util.Objects.requireNonNull;

/**
 * A storage as a container sees it.
 *
 * @param volume the name of the pod's volume, unique in the pod
 * @param claim the name of the claim that stands for the storage, in the workflow's namespace
 * @param path where it is mounted; the same path on computes and Rabbits
 */
public record Mount(String volume, String claim, String path) {
  public Mount {
    requireNonNull(volume, "volume");
    requireNonNull(claim, "claim");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a mount path is absolute: " + path);
    }
  }
}
