package warren.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Carries images from this machine's Docker to the container runtimes of nodes, and remembers which
 * are there.
 */
final class ImageLoad {
  private final StateDirectory state;
  private final DockerCommand docker;

  ImageLoad(StateDirectory state, DockerCommand docker) {
    this.state = state;
    this.docker = docker;
  }

  void load(String image, List<Member> nodes) {
    String id =
        docker
            .run("image", "inspect", "--format", "{{.Id}}", image)
            .orThrow("There is no image " + image + " in Docker: build or pull it first");
    List<Member> missing = nodes.parallelStream().filter(node -> !has(node, image, id)).toList();
    if (!missing.isEmpty()) {
      transfer(image, missing);
      missing.forEach(node -> remember(node, image, id));
    }
  }

  /** The name in the form that container runtimes use. */
  static String fullName(String image) {
    int slash = image.indexOf('/');
    if (slash < 0) {
      return "docker.io/library/" + image;
    }
    String first = image.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return host ? image : "docker.io/" + image;
  }

  private void transfer(String image, List<Member> nodes) {
    Path archive = null;
    try {
      archive = Files.createTempFile(state.path(), "image-", ".tar");
      docker.run("save", "-o", archive.toString(), image).orThrow("Could not save image " + image);
      Path saved = archive;
      Parallel.run(
          nodes.stream().<Runnable>map(node -> () -> importInto(node, image, saved)).toList());
    } catch (IOException e) {
      throw new ClusterException(
          "Could not write to " + state.path() + ": " + e.getMessage() + ".", e);
    } finally {
      delete(archive);
    }
  }

  private void importInto(Member node, String image, Path archive) {
    docker
        .exec(node, List.of("ctr", "-n", "k8s.io", "images", "import", "-"), archive)
        .orThrow("Node " + node.id() + " did not take image " + image);
  }

  /** What was given once may have been removed by the node, to make room. */
  private boolean has(Member node, String image, String id) {
    return remembered(line(node, image, id))
        && docker
            .exec(node, List.of("ctr", "-n", "k8s.io", "images", "ls", "-q"))
            .stdout()
            .lines()
            .anyMatch(fullName(image)::equals);
  }

  /**
   * A line that a later one about the same name on the same node has made untrue does not count.
   */
  private boolean remembered(String line) {
    String about = line.substring(0, line.lastIndexOf(' ') + 1);
    try {
      return Files.exists(state.loaded())
          && Files.readAllLines(state.loaded()).reversed().stream()
              .filter(known -> known.startsWith(about))
              .findFirst()
              .filter(line::equals)
              .isPresent();
    } catch (IOException e) {
      throw new ClusterException(
          "Could not read " + state.loaded() + ": " + e.getMessage() + ".", e);
    }
  }

  private void remember(Member node, String image, String id) {
    try {
      Files.writeString(
          state.loaded(),
          line(node, image, id) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new ClusterException(
          "Could not write " + state.loaded() + ": " + e.getMessage() + ".", e);
    }
  }

  private static String line(Member node, String image, String id) {
    return node.id() + " " + image + " " + id;
  }

  private static void delete(Path archive) {
    try {
      if (archive != null) {
        Files.deleteIfExists(archive);
      }
    } catch (IOException e) {
      throw new ClusterException("Could not remove " + archive + ": " + e.getMessage() + ".", e);
    }
  }
}
