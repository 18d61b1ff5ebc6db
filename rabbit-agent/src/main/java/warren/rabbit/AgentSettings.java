package warren.rabbit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * All that an agent is told, by environment variables.
 *
 * @param server the API server, from KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT
 * @param namespace POD_NAMESPACE: where the RabbitDirectories are
 * @param rabbit NODE_NAME: the node that the agent is on
 * @param roots WARREN_SHARED_ROOT and WARREN_LOCAL_ROOT
 * @param account the folder with the token and the certificate of the API server's authority
 */
record AgentSettings(
    URI server, String namespace, String rabbit, StorageRoots roots, Path account) {
  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
  private static final int LONGEST_LABEL = 63;
  private static final int SHORT_HASH_BYTES = 4;

  AgentSettings {
    requireNonNull(server, "server");
    requireNonNull(namespace, "namespace");
    requireNonNull(rabbit, "rabbit");
    requireNonNull(roots, "roots");
    requireNonNull(account, "account");
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with a sentence when one is missing or makes no sense
   */
  static AgentSettings from(Map<String, String> environment) {
    String host = need(environment, "KUBERNETES_SERVICE_HOST");
    return new AgentSettings(
        URI.create(
            "https://"
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + need(environment, "KUBERNETES_SERVICE_PORT")),
        need(environment, "POD_NAMESPACE"),
        need(environment, "NODE_NAME"),
        new StorageRoots(
            Path.of(need(environment, "WARREN_SHARED_ROOT")),
            Path.of(need(environment, "WARREN_LOCAL_ROOT"))),
        ACCOUNT);
  }

  /**
   * Selects the objects of this Rabbit. A name that is too long for a label is told by the
   * beginning of its SHA-256, as the operator does.
   */
  String selector() {
    return "warren.internal/rabbit="
        + (rabbit.length() <= LONGEST_LABEL ? rabbit : shortHash(rabbit));
  }

  private static String shortHash(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, SHORT_HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String need(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set; the DaemonSet sets it.");
    }
    return value;
  }
}
