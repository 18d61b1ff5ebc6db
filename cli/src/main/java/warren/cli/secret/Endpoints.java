package warren.cli.secret;

import java.net.URI;
import java.util.Map;

/**
 * Where this machine asks registries; nodes may have addresses of their own for them.
 *
 * @param byRegistry {@code http} or {@code https} URL of a host, by what image names call it
 */
record Endpoints(Map<String, URI> byRegistry) {
  Endpoints {
    byRegistry = Map.copyOf(byRegistry);
  }

  /** By https under its own name, where nothing else is known. */
  URI of(ImageName image) {
    String host =
        ImageName.DOCKER_HUB.equals(image.registry())
            ? ImageName.DOCKER_HUB_HOST
            : image.registry();
    return byRegistry.getOrDefault(image.registry(), URI.create("https://" + host));
  }
}
