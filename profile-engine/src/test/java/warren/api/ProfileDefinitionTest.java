package warren.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about the definition of profiles: two versions, and its size. */
class ProfileDefinitionTest {
  /** Bytes that all annotations of an object may have together; Kubernetes' own limit. */
  private static final int MOST_ANNOTATIONS = 256 * 1024;

  private static final JsonNode DEFINITION = Schemas.definition("nnfcontainerprofiles");
  private static final JsonNode VERSIONS = DEFINITION.at("/spec/versions");

  @Test
  void the_guides_version_and_todays_are_served_and_nothing_is_converted() {
    assertThat(VERSIONS)
        .extracting(version -> version.path("name").asText())
        .containsExactly("v1alpha11", "v1alpha1");
    assertThat(VERSIONS).allMatch(version -> version.path("served").asBoolean());
    assertThat(DEFINITION.at("/spec/conversion/strategy").textValue()).isEqualTo("None");
  }

  @Test
  void both_versions_have_the_same_schema_and_columns() {
    for (String part : List.of("schema", "additionalPrinterColumns")) {
      assertThat(VERSIONS.get(1).path(part)).isNotEmpty().isEqualTo(VERSIONS.get(0).path(part));
    }
  }

  @Test
  void kubectl_finds_profiles_by_a_short_name_and_by_category() {
    assertThat(DEFINITION.at("/spec/names/shortNames")).hasToString("[\"ncp\"]");
    assertThat(DEFINITION.at("/spec/names/categories")).hasToString("[\"warren\",\"nnf\"]");
  }

  @Test
  void kubectl_apply_can_note_the_definition_in_an_annotation() {
    assertThat(DEFINITION.toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(MOST_ANNOTATIONS / 2);
  }

  @Test
  void every_rule_says_what_to_do_in_words() {
    List<JsonNode> rules = DEFINITION.findValues("x-kubernetes-validations");
    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(
            list ->
                assertThat(list)
                    .allSatisfy(rule -> assertThat(rule.path("message").asText()).isNotBlank()));
  }

  /** What these refuse they refuse in words that nobody can choose. */
  @ParameterizedTest
  @ValueSource(strings = {"pattern", "enum", "minimum", "maximum", "minItems", "minLength"})
  void nothing_is_refused_in_the_schemas_own_words(String keyword) {
    assertThat(DEFINITION.findValues(keyword)).isEmpty();
  }

  @Test
  void nothing_but_data_itself_is_required() {
    assertThat(DEFINITION.findValues("required"))
        .isNotEmpty()
        .allSatisfy(fields -> assertThat(fields).hasToString("[\"data\"]"));
  }

  /** As for the reader: in YAML a field without a value is null. */
  @Test
  void a_field_without_a_value_counts_as_absent() {
    JsonNode data = VERSIONS.at("/0/schema/openAPIV3Schema/properties/data");
    assertThat(fields(data))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            field ->
                assertThat(field.path("nullable").asBoolean() || !field.has("type"))
                    .as("%s", field)
                    .isTrue());
  }

  /** Those of objects and lists, at every depth. */
  private static List<JsonNode> fields(JsonNode schema) {
    List<JsonNode> fields = new ArrayList<>();
    if (schema.has("items")) {
      fields.add(schema.path("items"));
    }
    schema.path("properties").forEach(fields::add);
    List.copyOf(fields).forEach(field -> fields.addAll(fields(field)));
    return fields;
  }
}
