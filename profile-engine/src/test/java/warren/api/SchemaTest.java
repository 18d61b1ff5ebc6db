package warren.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The models and the definitions in {@code deploy/crds} tell of the same fields. */
class SchemaTest {
  /** Fields of upstream's that Warren stores and does not read. */
  private static final Set<String> NOT_MODELLED =
      Set.of(
          "workflows.status.directiveBreakdowns",
          "workflows.status.requires",
          "workflows.status.workflowToken",
          "systemconfigurations.spec.externalComputeNodes",
          "systemconfigurations.spec.ports",
          "systemconfigurations.spec.portsCooldownInSeconds",
          "systemconfigurations.status");

  @Test
  void models_and_schemas_agree_both_ways() {
    Map<String, String> model = new TreeMap<>();
    collect("workflows.spec", WorkflowSpec.class, model);
    collect("workflows.status", WorkflowStatus.class, model);
    collect("systemconfigurations.spec", SystemConfiguration.Spec.class, model);
    model.put("computes.data", "array");
    collect("computes.data", Computes.Compute.class, model);
    model.putAll(
        Map.of(
            "workflows.spec", "object",
            "workflows.status", "object",
            "systemconfigurations.spec", "object"));

    Map<String, String> schema = new TreeMap<>();
    for (String plural : List.of("workflows", "computes", "systemconfigurations")) {
      collect(plural, Schemas.properties(plural, "v1alpha7"), schema);
    }
    assertThat(schema).containsAllEntriesOf(model);
    Set<String> more = new TreeSet<>(schema.keySet());
    more.removeAll(model.keySet());
    assertThat(more).isEqualTo(new TreeSet<>(NOT_MODELLED));
  }

  @Test
  void names_and_versions_are_those_of_the_models() {
    agree(new Workflow());
    agree(new Computes());
    agree(new SystemConfiguration());
    agree(new NnfContainerProfile());
  }

  @Test
  void only_a_system_configuration_has_a_status_subresource() {
    assertThat(subresources("workflows").isMissingNode()).isTrue();
    assertThat(subresources("computes").isMissingNode()).isTrue();
    assertThat(subresources("nnfcontainerprofiles").isMissingNode()).isTrue();
    assertThat(subresources("systemconfigurations").has("status")).isTrue();
  }

  private static JsonNode subresources(String plural) {
    return Schemas.definition(plural).at("/spec/versions/0/subresources");
  }

  private static void agree(CustomResource<?, ?> model) {
    JsonNode definition = Schemas.definition(model.getPlural());
    assertThat(definition.at("/metadata/name").textValue())
        .isEqualTo(model.getPlural() + "." + model.getGroup());
    assertThat(definition.at("/spec/group").textValue()).isEqualTo(model.getGroup());
    assertThat(definition.at("/spec/names/kind").textValue()).isEqualTo(model.getKind());
    assertThat(definition.at("/spec/names/singular").textValue()).isEqualTo(model.getSingular());
    assertThat(definition.at("/spec/scope").textValue()).isEqualTo("Namespaced");
    assertThat(definition.at("/spec/versions/0/name").textValue()).isEqualTo(model.getVersion());
    assertThat(definition.at("/spec/versions/0/storage").booleanValue()).isTrue();
  }

  private static void collect(String path, Class<?> record, Map<String, String> fields) {
    for (RecordComponent component : record.getRecordComponents()) {
      String field = path + "." + component.getName();
      Type type = component.getGenericType();
      fields.put(field, kind(type));
      if (type instanceof ParameterizedType list
          && list.getActualTypeArguments().length == 1
          && list.getActualTypeArguments()[0] instanceof Class<?> item
          && item.isRecord()) {
        collect(field, item, fields);
      } else if (type instanceof Class<?> nested && nested.isRecord()) {
        collect(field, nested, fields);
      }
    }
  }

  private static String kind(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getActualTypeArguments().length == 1 ? "array" : "object";
    }
    if (type.equals(String.class)) {
      return "string";
    }
    if (type.equals(Boolean.class)) {
      return "boolean";
    }
    if (type.equals(IntOrString.class)) {
      return "int-or-string";
    }
    return type.equals(Integer.class) || type.equals(Long.class) ? "integer" : "object";
  }

  /** The fields of a schema but those every resource has; below an unmodelled field, none. */
  private static void collect(String path, JsonNode properties, Map<String, String> fields) {
    properties
        .properties()
        .forEach(
            property -> {
              String field = path + "." + property.getKey();
              JsonNode schema = property.getValue();
              if (Set.of("apiVersion", "kind", "metadata").contains(property.getKey())
                  && path.indexOf('.') < 0) {
                return;
              }
              boolean either = schema.path("x-kubernetes-int-or-string").asBoolean();
              fields.put(field, either ? "int-or-string" : schema.path("type").textValue());
              if (!NOT_MODELLED.contains(field)) {
                collect(field, schema.path("properties"), fields);
                collect(field, schema.at("/items/properties"), fields);
              }
            });
  }
}
