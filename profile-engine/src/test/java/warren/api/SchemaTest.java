package warren.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models and the definitions in {@code deploy/crds} tell of the same fields. */
class SchemaTest {
  /** Kinds whose payload is not a spec: the field. */
  private static final Map<String, String> PAYLOADS =
      Map.of("Computes", "data", "NnfContainerData", "data", "NnfContainerProfile", "data");

  /** Kinds of which a status is a resource of its own: upstream's, and Warren's own kind. */
  private static final Set<String> STATUS_SUBRESOURCE =
      Set.of(
          "SystemConfiguration", "PersistentStorageInstance", "NnfPortManager", "RabbitDirectory");

  /** Fields of upstream's that Warren stores and does not read. */
  private static final Set<String> NOT_MODELLED =
      Stream.concat(
              Stream.of(
                  "workflows.status.directiveBreakdowns",
                  "workflows.status.requires",
                  "workflows.status.workflowToken",
                  "systemconfigurations.spec.externalComputeNodes",
                  "systemconfigurations.spec.ports",
                  "systemconfigurations.spec.portsCooldownInSeconds"),
              Stream.of(
                      "workflows.status.computes",
                      "persistentstorageinstances.spec.consumerReferences",
                      "persistentstorageinstances.status.servers",
                      "nnfportmanagers.spec.systemConfiguration",
                      "nnfportmanagers.spec.allocations.requester",
                      "nnfportmanagers.status.allocations.requester")
                  .flatMap(
                      reference ->
                          Stream.of("apiVersion", "fieldPath", "resourceVersion")
                              .map(field -> reference + "." + field)))
          .collect(Collectors.toSet());

  static List<OpenResource<?, ?>> models() {
    return List.of(
        new Workflow(),
        new Computes(),
        new SystemConfiguration(),
        new PersistentStorageInstance(),
        new DWDirectiveRule(),
        new NnfContainerProfile(),
        new NnfContainerData(),
        new NnfPortManager(),
        new RabbitDirectory());
  }

  @ParameterizedTest
  @MethodSource("models")
  void names_and_version_are_those_of_the_model(OpenResource<?, ?> model) {
    JsonNode definition = Schemas.definition(model.getPlural());
    assertThat(definition.at("/metadata/name").textValue())
        .isEqualTo(model.getPlural() + "." + model.getGroup());
    assertThat(definition.at("/spec/group").textValue()).isEqualTo(model.getGroup());
    assertThat(definition.at("/spec/names/kind").textValue()).isEqualTo(model.getKind());
    assertThat(definition.at("/spec/names/listKind").textValue())
        .isEqualTo(model.getKind() + "List");
    assertThat(definition.at("/spec/names/plural").textValue()).isEqualTo(model.getPlural());
    assertThat(definition.at("/spec/names/singular").textValue()).isEqualTo(model.getSingular());
    assertThat(definition.at("/spec/scope").textValue()).isEqualTo("Namespaced");
    assertThat(definition.at("/spec/versions/0/name").textValue()).isEqualTo(model.getVersion());
    assertThat(definition.at("/spec/versions/0/storage").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("models")
  void a_status_is_a_subresource_where_it_is_to_be(OpenResource<?, ?> model) {
    assertThat(Schemas.definition(model.getPlural()).at("/spec/versions"))
        .allSatisfy(
            version ->
                assertThat(version.at("/subresources/status").isObject())
                    .isEqualTo(STATUS_SUBRESOURCE.contains(model.getKind())));
  }

  @ParameterizedTest
  @MethodSource("models")
  void model_and_schema_agree_both_ways(OpenResource<?, ?> model) {
    Map<String, String> known = ModelFields.of(model, PAYLOADS.get(model.getKind()));
    Map<String, String> stored = new TreeMap<>();
    Schemas.properties(model.getPlural(), model.getVersion())
        .properties()
        .forEach(
            property -> {
              if (!Set.of("apiVersion", "kind", "metadata").contains(property.getKey())) {
                collect(model.getPlural() + "." + property.getKey(), property.getValue(), stored);
              }
            });
    if (model instanceof NnfContainerProfile) { // its payload is told by ProfileSchemaTest
      stored.keySet().removeIf(field -> field.startsWith("nnfcontainerprofiles.data."));
    }
    Set<String> deliberately = new HashSet<>(NOT_MODELLED);
    deliberately.removeIf(field -> !field.startsWith(model.getPlural() + "."));
    assertThat(stored.keySet()).containsAll(deliberately);
    stored.keySet().removeAll(deliberately);
    assertThat(stored).isEqualTo(known);
  }

  @Test
  void every_definition_has_a_model_and_is_installed() {
    Set<String> plurals = new TreeSet<>();
    models().forEach(model -> plurals.add(model.getPlural()));
    assertThat(Schemas.plurals()).isEqualTo(plurals);
    assertThat(Schemas.installed()).isEqualTo(plurals);
  }

  /** The fields of a schema, with their types; below an unmodelled field, none. */
  private static void collect(String path, JsonNode schema, Map<String, String> fields) {
    fields.put(path, type(schema));
    if (!NOT_MODELLED.contains(path)) {
      for (String below : List.of("/properties", "/items/properties")) {
        schema
            .at(below)
            .properties()
            .forEach(
                property -> collect(path + "." + property.getKey(), property.getValue(), fields));
      }
    }
  }

  private static String type(JsonNode schema) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      return "int-or-string";
    }
    String type = schema.path("type").asText();
    if (type.equals("array")) {
      return "array of " + type(schema.path("items"));
    }
    return schema.has("additionalProperties")
        ? "map of " + type(schema.path("additionalProperties"))
        : type;
  }
}
