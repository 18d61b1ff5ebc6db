package warren.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The definitions in the folder {@code deploy/crds}. */
public final class Schemas {
  private Schemas() {}

  /** The definition of a kind, by its plural. */
  public static JsonNode definition(String plural) {
    Path file = Path.of(System.getProperty("warren.home"), "deploy", "crds", plural + ".yaml");
    try {
      return Serialization.unmarshal(Files.readString(file), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The properties of one version's schema. */
  public static JsonNode properties(String plural, String version) {
    for (JsonNode candidate : definition(plural).at("/spec/versions")) {
      if (candidate.path("name").textValue().equals(version)) {
        return candidate.at("/schema/openAPIV3Schema/properties");
      }
    }
    throw new IllegalArgumentException(plural + " has no version " + version);
  }
}
