package warren.cli.secret;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** How registries are called in secrets: {@code host[:port][/path]}, also as a URL. */
final class ServerName {
  private static final Set<String> DOCKER_HUB =
      Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

  private ServerName() {}

  /** Why this cannot be a registry; empty when it can. */
  static Optional<String> problem(String server) {
    try {
      URI url = new URI(server.contains("://") ? server : "https://" + server);
      if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
        return Optional.of("it names no host");
      }
      if (url.getUserInfo() != null) {
        return Optional.of("a user name or password does not belong there");
      }
      return url.getQuery() == null && url.getFragment() == null
          ? Optional.empty()
          : Optional.of("it is a host, a port and a path at most");
    } catch (URISyntaxException malformed) {
      return Optional.of("it is no host name");
    }
  }

  /** Whether both mean the same registry, and the same part of it. */
  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String server) {
    String bare =
        server
            .replaceFirst("^https?://", "")
            .replaceFirst("/(v1|v2)?/?$", "")
            .replaceFirst("/$", "");
    return DOCKER_HUB.contains(bare) ? "docker.io" : bare;
  }
}
