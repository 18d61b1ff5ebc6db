package warren.cli.secret;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import warren.pull.RegistryLogin;

/**
 * The logins of a pod's pull secrets, found for an image as kubelets find them (Kubernetes 1.34,
 * {@code pkg/credentialprovider/keyring.go}): the port must be the same; each part of the host may
 * be a pattern; the path is a prefix, letter by letter; longer paths go first. Pure.
 */
final class Keyring {
  private static final String DOCKER_HUB_KEY = "index.docker.io";

  /**
   * A login.
   *
   * @param secret the name of the secret it is from
   */
  record Key(String secret, RegistryLogin login) {}

  private record Lock(String host, String port, String path, Key key) {
    static Optional<Lock> of(Key key) {
      String server = key.login().server();
      try {
        URI url = new URI(server.matches("https?://.*") ? server : "https://" + server);
        // Not its host, which would be no pattern.
        String authority = Optional.ofNullable(url.getAuthority()).orElse("");
        String path = Optional.ofNullable(url.getPath()).orElse("").replaceFirst("^/v[12]/", "/");
        return authority.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Lock(hostOf(authority), portOf(authority), path.equals("/") ? "" : path, key));
      } catch (URISyntaxException ignoredByKubeletsToo) {
        return Optional.empty();
      }
    }

    String text() {
      return host + (port.isEmpty() ? "" : ":" + port) + path;
    }

    boolean opens(ImageName image) {
      return port.equals(portOf(image.registry()))
          && hostMatches(host, hostOf(image.registry()))
          && ("/" + image.repository()).startsWith(path);
    }
  }

  private final List<Lock> locks;

  /** Of these logins, in the order of the pod's secrets. */
  Keyring(List<Key> keys) {
    List<Lock> sorted = new ArrayList<>();
    keys.forEach(key -> Lock.of(key).ifPresent(sorted::add));
    sorted.sort(Comparator.comparing(Lock::text).reversed());
    this.locks = List.copyOf(sorted);
  }

  /** The logins a node tries for this image, in order; without any it asks as nobody. */
  List<Key> keysFor(ImageName image) {
    List<Key> found = locks.stream().filter(lock -> lock.opens(image)).map(Lock::key).toList();
    return found.isEmpty() && ImageName.DOCKER_HUB.equals(image.registry())
        ? locks.stream().filter(lock -> lock.text().equals(DOCKER_HUB_KEY)).map(Lock::key).toList()
        : found;
  }

  private static String hostOf(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  private static String portOf(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon < 0 ? "" : authority.substring(colon + 1);
  }

  private static boolean hostMatches(String pattern, String host) {
    List<String> patterns = List.of(pattern.split("\\.", -1));
    List<String> parts = List.of(host.split("\\.", -1));
    return patterns.size() == parts.size()
        && IntStream.range(0, parts.size()).allMatch(i -> matches(patterns.get(i), parts.get(i)));
  }

  private static boolean matches(String pattern, String part) {
    String regex =
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return part.matches(regex);
  }
}
