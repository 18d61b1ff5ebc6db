package warren.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import warren.api.NnfContainerProfile;
import warren.profile.FieldPlaces;
import warren.profile.ProfileReader;
import warren.profile.convert.ProfileConversion;
import warren.profile.convert.ProfileShape;

/**
 * What is converted for a site that runs upstream's software: its API server prunes every field it
 * does not know, and there must be none in what the conversion gave.
 */
@Isolated("what it puts into the cluster is no namespace's")
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversionTest {
  private static final String GROUP = "upstream.warren.internal";
  private static final String CASES = "profile-engine/src/test/resources/warren/profile/cases";

  private final Lab lab;

  ConversionTest(Lab lab) {
    this.lab = lab;
  }

  @BeforeAll
  void upstreamsDefinition() throws IOException {
    try (InputStream definition = getClass().getResourceAsStream("upstream-v1alpha11.yaml")) {
      lab.cluster()
          .kubectl(List.of("apply", "-f", "-"), new String(definition.readAllBytes(), UTF_8))
          .orThrow("upstream's definition was not accepted");
    }
    lab.cluster()
        .kubectl(
            List.of("wait", "--for=condition=Established", "crd", "nnfcontainerprofiles." + GROUP))
        .orThrow("upstream's definition is not served");
  }

  @AfterAll
  void noDefinition() {
    lab.cluster()
        .kubectl(List.of("delete", "crd", "nnfcontainerprofiles." + GROUP))
        .orThrow("upstream's definition could not be removed");
  }

  @Test
  void nothingIsPrunedOfAConvertedProfile() throws IOException {
    int kept = 0;
    for (NnfContainerProfile profile : acceptedProfiles()) {
      ProfileConversion conversion =
          ProfileConversion.of(profile, ProfileShape.V1ALPHA11, FieldPlaces.NONE);
      ObjectNode data = conversion.profile().getData();
      assertThat(stored(profile.getMetadata().getName(), data))
          .as(profile.getMetadata().getName())
          .isEqualTo(said(data));
      kept++;
    }
    assertThat(kept).isGreaterThanOrEqualTo(20);
  }

  /** Without its nulls, which say nothing and are not kept by any API server. */
  private static JsonNode said(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().stream()
          .filter(field -> !field.getValue().isNull())
          .forEach(field -> object.set(field.getKey(), said(field.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(said(item)));
      return items;
    }
    return node;
  }

  /** What upstream's API server makes of it. */
  private JsonNode stored(String name, ObjectNode data) {
    GenericKubernetesResource resource = new GenericKubernetesResource();
    resource.setApiVersion(GROUP + "/v1alpha11");
    resource.setKind("NnfContainerProfile");
    resource.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace("default").build());
    resource.setAdditionalProperty("data", data);
    GenericKubernetesResource stored = lab.client().resource(resource).dryRun(true).create();
    return Serialization.unmarshal(
        Serialization.asJson(stored.getAdditionalProperties().get("data")), JsonNode.class);
  }

  /** Those of profile-engine's cases that a site could have. */
  private List<NnfContainerProfile> acceptedProfiles() throws IOException {
    try (Stream<Path> files = Files.list(lab.checkout().root().resolve(CASES))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(ConversionTest::read)
          .filter(profile -> ProfileReader.read(profile).profile().isPresent())
          .toList();
    }
  }

  private static NnfContainerProfile read(Path file) {
    try {
      return Serialization.unmarshal(Files.readString(file), NnfContainerProfile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
