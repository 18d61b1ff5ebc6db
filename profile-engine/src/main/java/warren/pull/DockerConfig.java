package warren.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.pull.PullSecretContent.Good;
import warren.pull.PullSecretContent.Malformed;

/**
 * Reads Docker's configuration file, as kubelets do: {@code auth} counts more than {@code username}
 * and {@code password}, and one entry that cannot be read spoils them all. What JSON readers say of
 * a text quotes it; so nothing of that is ever passed on.
 */
final class DockerConfig {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private DockerConfig() {}

  /**
   * The logins of a Secret.
   *
   * @param key of the file in the data
   * @param wrapped whether the logins stand below {@code auths}
   */
  static PullSecretContent read(Map<String, String> data, String key, boolean wrapped) {
    String encoded = data == null ? null : data.get(key);
    if (encoded == null || encoded.isEmpty()) {
      return new Malformed("it has no " + key);
    }
    Optional<JsonNode> file = decoded(encoded).flatMap(DockerConfig::parsed);
    if (file.isEmpty() || !file.get().isObject()) {
      return new Malformed("its " + key + " is no JSON object");
    }
    JsonNode logins = wrapped ? file.get().path("auths") : file.get();
    if (!logins.isObject() && !logins.isMissingNode()) {
      return new Malformed("'auths' in its " + key + " is no JSON object");
    }
    return logins(logins);
  }

  private static PullSecretContent logins(JsonNode entries) {
    List<RegistryLogin> logins = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      Optional<RegistryLogin> login = login(entry.getKey(), entry.getValue());
      if (login.isEmpty()) {
        return new Malformed(
            "its login for '"
                + entry.getKey()
                + "' has neither 'auth', the base64 text of user:password, nor 'username' and"
                + " 'password'");
      }
      logins.add(login.get());
    }
    return logins.isEmpty() ? new Malformed("it holds no login") : new Good(logins);
  }

  private static Optional<RegistryLogin> login(String server, JsonNode entry) {
    String auth = entry.path("auth").asText("");
    return auth.isEmpty()
        ? login(server, entry.path("username").asText(""), entry.path("password").asText(""))
        : decoded(auth)
            .filter(pair -> pair.contains(":"))
            .flatMap(
                pair -> {
                  int colon = pair.indexOf(':');
                  return login(server, pair.substring(0, colon), pair.substring(colon + 1));
                });
  }

  private static Optional<RegistryLogin> login(String server, String username, String password) {
    return username.isEmpty() || username.contains(":") || password.isEmpty()
        ? Optional.empty()
        : Optional.of(new RegistryLogin(server, username, password));
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException quotesTheText) {
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException noText) {
      return Optional.empty();
    }
  }
}
