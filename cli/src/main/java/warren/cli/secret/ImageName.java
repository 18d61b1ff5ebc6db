package warren.cli.secret;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import java.util.Optional;

/**
 * An image's name with what is left out of it filled in, as a node understands it.
 *
 * @param registry {@code host[:port]}; {@code docker.io} when the name has none
 * @param repository such as {@code library/debian}
 * @param qualifier tag or digest; {@code latest} when the name has neither
 */
record ImageName(String registry, String repository, String qualifier) {
  static final String DOCKER_HUB = "docker.io";

  /** What jib calls Docker Hub: the host that answers for it. */
  static final String DOCKER_HUB_HOST = "registry-1.docker.io";

  /** Empty when no registry could have an image of this name. */
  static Optional<ImageName> of(String name) {
    try {
      ImageReference image = ImageReference.parse(name);
      String host = image.getRegistry();
      return Optional.of(
          new ImageName(
              DOCKER_HUB_HOST.equals(host) ? DOCKER_HUB : host,
              image.getRepository(),
              image.getQualifier()));
    } catch (InvalidImageReferenceException e) {
      return Optional.empty();
    }
  }

  /** By what credentials are found for it. */
  String path() {
    return registry + "/" + repository;
  }
}
