package warren.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gets the images of a cluster, by the programs of the checkout that make Docker usable and build
 * images.
 */
final class ImageBuild {
  /** Images are compiled by Go 1.25 or newer, as {@code images/lib/go.sh} demands. */
  private static final String GO_MINOR = "25";

  private final Checkout checkout;

  ImageBuild(Checkout checkout) {
    this.checkout = checkout;
  }

  /**
   * Makes Docker usable.
   *
   * @throws ClusterException with one sentence when that can't be
   */
  void setUpDocker(Progress progress) {
    said(
        new Commands(Map.of()).follow(List.of(checkout.setupDocker().toString()), progress::line),
        "Docker is not usable");
  }

  /** Builds what is missing of the images a cluster needs. */
  ClusterImages build(Progress progress) {
    NodeImage node =
        NodeImage.choose(Settings.of("WARREN_NODE_IMAGE"), RegistryProbe::registryAnswers);
    List<String> names = new ArrayList<>(List.of("base", "reaper", "registry", "mpi-operator"));
    if (node instanceof NodeImage.BuiltHere) {
      names.add("node");
    }
    List<String> go = List.of(checkout.setupGo().toString(), GO_MINOR);
    said(new Commands(Map.of()).follow(go, progress::line), "Go could not be looked for");
    List<String> command = new ArrayList<>(List.of(checkout.buildImages().toString()));
    command.addAll(names);
    said(commands().follow(command, progress::line), "An image could not be built");
    String nodeImage =
        switch (node) {
          case NodeImage.Pulled(String image) -> pulled(image, progress);
          case NodeImage.BuiltHere() -> tag("node");
        };
    return new ClusterImages(
        nodeImage, tag("base"), tag("reaper"), tag("registry"), tag("mpi-operator"));
  }

  /** Builds the base image if it is missing; its name. */
  String base(Progress progress) {
    List<String> command = List.of(checkout.buildImages().toString(), "base");
    said(commands().follow(command, progress::line), "The base image could not be built");
    return tag("base");
  }

  /** Pulled here, for Testcontainers would try for minutes to get an image that doesn't exist. */
  private static String pulled(String image, Progress progress) {
    Commands docker =
        new Commands(Map.of("DOCKER_HOST", DockerSocket.ofThisMachine().uri().toString()));
    if (!docker.run(List.of("docker", "image", "inspect", image), "").ok()) {
      CommandResult pull = docker.follow(List.of("docker", "pull", image), progress::line);
      pull.orThrow("Docker could not pull the node image " + image);
    }
    return image;
  }

  /** The manifest of the mpi-operator, naming the image that is built here. */
  String mpiOperatorManifest() {
    return ask("manifest", "mpi-operator");
  }

  private String tag(String image) {
    return ask("--tag", image);
  }

  private String ask(String... arguments) {
    List<String> command = new ArrayList<>(List.of(checkout.buildImages().toString()));
    command.addAll(List.of(arguments));
    return commands().run(command, "").orThrow(String.join(" ", command) + " failed");
  }

  private static Commands commands() {
    return new Commands(
        Map.of(RegistryProbe.ANSWER, RegistryProbe.registryAnswers() ? "yes" : "no"));
  }

  private static void said(CommandResult result, String otherwise) {
    if (!result.ok()) {
      throw new ClusterException(
          result.stderr().isBlank() ? otherwise + "." : result.stderr().strip());
    }
  }
}
