package warren.cluster;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes a cluster's folder, which holds files of other users, who may change them meanwhile. So
 * it is done by coreutils' rm: it goes from folder to folder by their handles, and what becomes a
 * symbolic link while it works leads it nowhere else, as paths would.
 *
 * @param folder never followed through symbolic links
 */
record FolderRemoval(Path folder) {
  private static final List<String> REMOVE = List.of("/bin/rm", "-rf", "--one-file-system", "--");

  /**
   * Removes the folder. Who isn't root needs a container for the files of others.
   *
   * @param image one with coreutils, when one is known
   */
  void remove(Optional<String> image) {
    CommandResult removed = delete();
    if (removed.ok()) {
      return;
    }
    if (image.isEmpty() || StateDirectory.isRoot()) {
      throw failed(removed);
    }
    removeByContainer(image.get());
    CommandResult again = delete();
    if (!again.ok()) {
      throw failed(again);
    }
  }

  private void removeByContainer(String image) {
    List<String> command =
        List.of(
            "docker",
            "run",
            "--rm",
            "--network=none",
            "--entrypoint",
            REMOVE.getFirst(),
            "-v",
            folder + ":/folder",
            image,
            "-rf",
            "--one-file-system",
            "--",
            "/folder/storage");
    new Commands(Map.of("DOCKER_HOST", DockerSocket.ofThisMachine().uri().toString()))
        .run(command, "")
        .orThrow("Could not remove the files of other users below " + folder);
  }

  private CommandResult delete() {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return new CommandResult(0, "", "");
    }
    List<String> command = new ArrayList<>(REMOVE);
    command.add(folder.toString());
    return new Commands(Map.of("LC_ALL", "C")).run(command, "");
  }

  private ClusterException failed(CommandResult result) {
    return new ClusterException(
        "Could not remove "
            + folder
            + ": "
            + result.stderr().strip()
            + ". End what still uses it, or remove it as root.");
  }
}
