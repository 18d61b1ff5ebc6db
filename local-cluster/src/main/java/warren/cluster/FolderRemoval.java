package warren.cluster;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes a cluster's folder, which holds files of other users.
 *
 * @param folder never followed through symbolic links
 */
record FolderRemoval(Path folder) {

  /**
   * Removes the folder. Who isn't root needs a container for the files of others.
   *
   * @param image one with {@code rm}, when one is known
   */
  void remove(Optional<String> image) {
    try {
      delete();
    } catch (AccessDeniedException e) {
      if (image.isEmpty()) {
        throw failed(e);
      }
      removeByContainer(image.get());
    } catch (IOException e) {
      throw failed(e);
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
            "/bin/rm",
            "-v",
            folder + ":/folder",
            image,
            "-rf",
            "/folder/storage");
    new Commands(Map.of("DOCKER_HOST", DockerSocket.ofThisMachine().uri().toString()))
        .run(command, "")
        .orThrow("Could not remove the files of other users below " + folder);
    try {
      delete();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private ClusterException failed(IOException e) {
    return new ClusterException(
        "Could not remove "
            + folder
            + ": "
            + e.getClass().getSimpleName()
            + " "
            + e.getMessage()
            + ". Remove it as root.",
        e);
  }
}
