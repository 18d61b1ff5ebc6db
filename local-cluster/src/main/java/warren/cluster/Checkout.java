package warren.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds Warren's sources, with the programs that set up Docker and build images.
 *
 * @param root an absolute path without symbolic links, so that one checkout has one name
 */
public record Checkout(Path root) {
  /** The system property that names the checkout's folder. */
  public static final String PROPERTY = "warren.home";

  private static final String BUILD = "local-cluster/images/build";

  /**
   * Follows symbolic links.
   *
   * @throws ClusterException when there is no such folder
   */
  public Checkout {
    try {
      root = root.toRealPath();
    } catch (IOException e) {
      throw new ClusterException("There is no folder " + root + ": name a checkout of Warren.", e);
    }
  }

  /**
   * Finds the checkout by the system property {@code warren.home}, or else as the first folder with
   * {@code local-cluster/images/build} from the working directory upwards.
   *
   * @throws ClusterException when there is none
   */
  public static Checkout find() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .or(Checkout::aboveWorkingDirectory)
        .map(Checkout::new)
        .orElseThrow(
            () ->
                new ClusterException(
                    "No checkout of Warren is above "
                        + Path.of("").toAbsolutePath()
                        + ": call it from within a checkout, or name one by -Dwarren.home=FOLDER."));
  }

  /** The program that makes Docker usable. */
  Path setupDocker() {
    return root.resolve("local-cluster/setup/docker");
  }

  /** The program that installs Go, where that can be done. */
  Path setupGo() {
    return root.resolve("local-cluster/setup/go");
  }

  /** The program that builds images. */
  Path buildImages() {
    return root.resolve(BUILD);
  }

  private static Optional<Path> aboveWorkingDirectory() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isExecutable(folder.resolve(BUILD)))
        .findFirst();
  }
}
