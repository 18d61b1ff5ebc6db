package warren.pull;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who to be at a registry.
 *
 * @param server what it is good for, as written in the secret: {@code host}, {@code host:port},
 *     {@code host/path}, also with {@code https://} before it
 * @param username not empty, without a colon
 * @param password not empty; never shown
 */
public record RegistryLogin(String server, String username, String password) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public RegistryLogin {
    requireNonNull(server, "server");
    requireNonNull(password, "password");
    if (username.isEmpty() || username.contains(":") || password.isEmpty()) {
      throw new IllegalArgumentException("a login has a user name without a colon and a password");
    }
  }

  /** A pull secret, of the type that is made today, with this login alone. */
  public Secret secret(String namespace, String name) {
    ObjectNode config = JSON.createObjectNode();
    config.putObject("auths").putObject(server).put("auth", base64(username + ":" + password));
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withType(PullSecretContent.TYPE)
        .addToData(PullSecretContent.KEY, base64(config.toString()))
        .build();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps the password out of logs and messages. */
  @Override
  public String toString() {
    return "RegistryLogin[" + username + " at " + server + "]";
  }
}
