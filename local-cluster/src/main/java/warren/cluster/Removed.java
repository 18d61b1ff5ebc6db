package warren.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was removed of a cluster.
 *
 * @param containers their names; their anonymous volumes went with them
 * @param networks how many
 * @param volumes how many named ones
 * @param folders of this machine
 */
public record Removed(List<String> containers, int networks, int volumes, List<Path> folders) {

  private static final String STAYS =
      """
      As a cache stay: the images warren-local/* and warren-example/*, ~/.cache/warren/images and Docker. To remove the first two:
        docker image rm -f $(docker image ls -q --filter reference='warren-local/*' --filter reference='warren-example/*'); rm -r ~/.cache/warren/images\
      """;

  /** Copies the lists. */
  public Removed {
    containers = List.copyOf(containers);
    folders = List.copyOf(folders);
  }

  /** All of it together. */
  static Removed all(List<Removed> parts) {
    return new Removed(
        parts.stream().flatMap(part -> part.containers().stream()).toList(),
        parts.stream().mapToInt(Removed::networks).sum(),
        parts.stream().mapToInt(Removed::volumes).sum(),
        parts.stream().flatMap(part -> part.folders().stream()).toList());
  }

  /** True when nothing was there. */
  public boolean nothing() {
    return containers.isEmpty() && networks == 0 && volumes == 0 && folders.isEmpty();
  }

  /** For a person: what was removed, and what stays. */
  public String text() {
    if (nothing()) {
      return "Nothing of the cluster was there.";
    }
    List<String> parts = new ArrayList<>();
    if (!containers.isEmpty()) {
      parts.add("containers " + String.join(", ", containers));
    }
    if (networks > 0) {
      parts.add(networks == 1 ? "its network" : networks + " networks");
    }
    if (volumes > 0) {
      parts.add(volumes + " volumes");
    }
    folders.forEach(folder -> parts.add("folder " + folder));
    return "Removed " + String.join("; ", parts) + ".\n" + STAYS;
  }
}
