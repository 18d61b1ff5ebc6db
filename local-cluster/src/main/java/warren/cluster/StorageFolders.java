package warren.cluster;

import java.nio.file.Path;
import java.util.List;

/**
 * The folders of this machine that back storage, and where the Rabbits see them.
 *
 * @param shared this machine's folder that every Rabbit sees, for {@code lustre}
 * @param local one folder of this machine for each Rabbit, in their order, for {@code gfs2}
 */
public record StorageFolders(Path shared, List<Path> local) {
  /** Where each Rabbit sees the shared folder. */
  public static final String NODE_SHARED = "/mnt/warren/shared";

  /** Where each Rabbit sees its own folder. */
  public static final String NODE_LOCAL = "/mnt/warren/local";

  /** As many local folders as there are Rabbits. */
  public StorageFolders {
    local = List.copyOf(local);
    if (local.size() != Member.rabbits().size()) {
      throw new IllegalArgumentException("one local folder for each Rabbit, not " + local);
    }
  }

  static StorageFolders below(Path folder) {
    return new StorageFolders(
        folder.resolve("lustre"),
        Member.rabbits().stream().map(rabbit -> folder.resolve(rabbit.id())).toList());
  }

  /** This machine's folder for the Rabbit {@code member}. */
  public Path local(Member member) {
    int index = Member.rabbits().indexOf(member);
    if (index < 0) {
      throw new IllegalArgumentException(member + " is not a Rabbit");
    }
    return local.get(index);
  }
}
