package warren.cli.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.pull.PullSecretContent;
import warren.pull.RegistryLogin;

/**
 * One login out of the file that {@code docker login} writes; never more than the one asked for.
 */
final class DockerConfigFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DockerConfigFile() {}

  /** Docker's own place for it. */
  static Path usual(Map<String, String> environment, Path home) {
    return Optional.ofNullable(environment.get("DOCKER_CONFIG"))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .orElseGet(() -> home.resolve(".docker"))
        .resolve("config.json");
  }

  /**
   * The login for a registry.
   *
   * @throws CommandException when the file cannot be read or has none
   */
  static RegistryLogin login(Path file, String server) {
    JsonNode config = read(file);
    for (Map.Entry<String, JsonNode> entry : config.path("auths").properties()) {
      if (ServerName.same(entry.getKey(), server)) {
        return login(file, server, entry.getValue(), config);
      }
    }
    List<String> known = new ArrayList<>();
    config.path("auths").fieldNames().forEachRemaining(known::add);
    throw refused(
        "%s has no login for %s; it has %s; log in first: docker login %s"
            .formatted(
                file,
                server,
                known.isEmpty() ? "none" : "those for " + String.join(", ", known),
                server));
  }

  private static RegistryLogin login(Path file, String server, JsonNode entry, JsonNode config) {
    Optional<String> helper =
        Optional.ofNullable(config.path("credHelpers").path(server).textValue())
            .or(() -> Optional.ofNullable(config.path("credsStore").textValue()));
    if (helper.isPresent() && !entry.hasNonNull("auth")) {
      throw refused(
          ("%s keeps the password for %s elsewhere, in the credential helper '%s'; give it with"
                  + " --password-stdin")
              .formatted(file, server, helper.get()));
    }
    if (entry.hasNonNull("identitytoken")) {
      throw refused(
          ("%s has an identity token for %s, which nodes cannot use; make an access token at the"
                  + " registry and give it with --password-stdin")
              .formatted(file, server));
    }
    ObjectNode alone = JSON.createObjectNode();
    alone.putObject("auths").set(server, entry);
    String data =
        Base64.getEncoder().encodeToString(alone.toString().getBytes(StandardCharsets.UTF_8));
    return switch (PullSecretContent.of(
        PullSecretContent.TYPE, Map.of(PullSecretContent.KEY, data))) {
      case PullSecretContent.Good good -> good.logins().getFirst();
      case PullSecretContent.Malformed malformed ->
          throw refused("%s is no use: %s".formatted(file, malformed.why()));
      case PullSecretContent.WrongType wrong ->
          throw new IllegalStateException("the type is given above");
    };
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JsonProcessingException quotesTheFile) {
      throw refused(file + " is no JSON");
    } catch (IOException missing) {
      throw refused(file + " cannot be read; name Docker's file after --from-docker-config");
    }
  }

  private static CommandException refused(String sentence) {
    return new CommandException(ExitStatus.REFUSED, sentence);
  }
}
