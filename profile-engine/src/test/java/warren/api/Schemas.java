package warren.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definitions in the folder {@code deploy/crds}. */
public final class Schemas {
  private static final Path FOLDER = Path.of(System.getProperty("warren.home"), "deploy", "crds");

  private Schemas() {}

  /** The definition of a kind, by its plural. */
  public static JsonNode definition(String plural) {
    return read(plural);
  }

  /** The plurals of all kinds that have a definition. */
  static Set<String> plurals() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .filter(name -> !name.equals("kustomization"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plurals of the kinds whose definitions are installed. */
  static Set<String> installed() {
    Set<String> plurals = new TreeSet<>();
    read("kustomization")
        .path("resources")
        .forEach(file -> plurals.add(file.textValue().replace(".yaml", "")));
    return plurals;
  }

  private static JsonNode read(String name) {
    try {
      return Serialization.unmarshal(
          Files.readString(FOLDER.resolve(name + ".yaml")), JsonNode.class);
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
