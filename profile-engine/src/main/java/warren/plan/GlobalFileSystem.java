package warren.plan;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.dw.Finding;
import warren.dw.StorageBinding;
import warren.profile.AccessMode;

/**
 * A file system of the site that {@code DW_GLOBAL_} arguments name by a path.
 *
 * @param root where it is mounted; absolute, without a slash at its end
 * @param modes how jobs' containers may mount it
 */
public record GlobalFileSystem(String name, String root, Set<AccessMode> modes) {
  public GlobalFileSystem {
    requireNonNull(name, "name");
    modes = Set.copyOf(modes);
    if (!root.startsWith("/") || root.endsWith("/")) {
      throw new IllegalArgumentException("a root is absolute, and not all there is: " + root);
    }
  }

  /**
   * Whether a path is the root or below it, by whole names: {@code /lus2} is not below {@code
   * /lus}.
   */
  boolean holds(String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  /**
   * What is wrong with a {@code DW_GLOBAL_} argument; empty when the containers can have it.
   *
   * @param mode how the profile wants it
   * @param all the site's file systems; of several that hold the path, the one with the longest
   *     root counts
   */
  static Optional<Finding> fault(
      StorageBinding binding, AccessMode mode, List<GlobalFileSystem> all) {
    String path = binding.value();
    if (!path.startsWith("/") || List.of(path.split("/")).contains("..")) {
      return Optional.of(Refusals.globalPath(binding));
    }
    Optional<GlobalFileSystem> holder =
        all.stream()
            .filter(system -> system.holds(path))
            .max(Comparator.comparingInt(system -> system.root.length()));
    if (holder.isEmpty()) {
      return Optional.of(
          Refusals.globalUnknown(binding, all.stream().map(GlobalFileSystem::root).toList()));
    }
    return holder
        .filter(system -> !system.modes.contains(mode))
        .map(system -> Refusals.globalMode(binding, system.root, mode));
  }
}
