package warren.cluster;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The socket of this machine's Docker engine. An engine elsewhere is no use: the nodes bind folders
 * of this machine.
 *
 * @param path the socket's file
 */
record DockerSocket(Path path) {
  private static final Path USUAL = Path.of("/var/run/docker.sock");
  private static final String UNIX = "unix://";

  /**
   * The socket that {@code DOCKER_HOST} names, or the usual one.
   *
   * @throws ClusterException when {@code DOCKER_HOST} names another machine
   */
  static DockerSocket ofThisMachine() {
    return of(Optional.ofNullable(System.getenv("DOCKER_HOST")));
  }

  static DockerSocket of(Optional<String> dockerHost) {
    return dockerHost
        .filter(host -> !host.isBlank())
        .map(DockerSocket::ofHost)
        .orElseGet(() -> new DockerSocket(USUAL));
  }

  URI uri() {
    return URI.create(UNIX + path);
  }

  /** True when an engine takes connections there from this user. */
  boolean answers() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @throws ClusterException when no engine answers
   */
  void requireAnswer() {
    if (!answers()) {
      throw new ClusterException(
          "Docker is not usable: no engine answers at "
              + path
              + ". Start it (as root: systemctl start docker), or be in the group that may use it.");
    }
  }

  private static DockerSocket ofHost(String host) {
    if (!host.startsWith(UNIX)) {
      throw new ClusterException(
          "The local cluster needs a Docker engine on this machine, but DOCKER_HOST is "
              + host
              + ": unset it, or set it to unix:///PATH.");
    }
    return new DockerSocket(Path.of(host.substring(UNIX.length())));
  }
}
