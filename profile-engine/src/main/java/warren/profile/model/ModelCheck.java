package warren.profile.model;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Compares a tree with the model class that it is to become, at all depths. */
public final class ModelCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The fields of a model class, computed once: they never change. */
  private static final ClassValue<Map<String, JavaType>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Map<String, JavaType> computeValue(Class<?> model) {
          Map<String, JavaType> fields = new LinkedHashMap<>();
          for (BeanPropertyDefinition property :
              JSON.getDeserializationConfig()
                  .introspect(JSON.constructType(model))
                  .findProperties()) {
            fields.put(property.getName(), property.getPrimaryType());
          }
          return fields;
        }
      };

  private final ModelNotes notes;

  private ModelCheck(ModelNotes notes) {
    this.notes = notes;
  }

  /**
   * Tells every field that the model does not have, every value of another kind, and whatever
   * Kubernetes would refuse of the objects in it.
   *
   * @param path where the tree stands in the profile
   */
  public static void check(
      JsonNode tree, Class<? extends KubernetesResource> model, String path, ModelNotes notes) {
    new ModelCheck(notes).check(tree, JSON.constructType(model), path);
  }

  /** A model's fields, with their types. */
  static Map<String, JavaType> fieldsOf(Class<?> model) {
    return FIELDS.get(model);
  }

  private void check(JsonNode value, JavaType type, String path) {
    if (value.isNull()) {
      return; // says nothing
    }
    if (type.hasRawClass(Quantity.class)) {
      expect(Forms.isQuantity(value), value, path, "an amount such as 2, 500m or 1.5Gi");
    } else if (type.hasRawClass(IntOrString.class)) {
      expect(value.isTextual() || value.isInt(), value, path, "a whole number or a text");
    } else if (type.isCollectionLikeType()) {
      if (Kind.LIST.check(value, path, notes)) {
        for (int i = 0; i < value.size(); i++) {
          if (expect(!value.get(i).isNull(), value.get(i), path + "[" + i + "]", "a value")) {
            check(value.get(i), type.getContentType(), path + "[" + i + "]");
          }
        }
      }
    } else if (type.isMapLikeType()) {
      if (Kind.OBJECT.check(value, path, notes)) {
        value
            .properties()
            .forEach(
                entry ->
                    check(entry.getValue(), type.getContentType(), path + "." + entry.getKey()));
      }
    } else if (KubernetesResource.class.isAssignableFrom(type.getRawClass())) {
      if (Kind.OBJECT.check(value, path, notes)) {
        checkObject((ObjectNode) value, type.getRawClass(), path);
      }
    } else {
      checkScalar(value, type.getRawClass(), path);
    }
  }

  private void checkObject(ObjectNode object, Class<?> model, String path) {
    Map<String, JavaType> fields = FIELDS.get(model);
    if (fields.isEmpty()) {
      return; // holds whatever it likes, as the FieldsV1 of managedFields
    }
    ObjectRule rule = ModelRules.of(model);
    object
        .properties()
        .forEach(
            entry -> {
              String field = path + "." + entry.getKey();
              JavaType type = fields.get(entry.getKey());
              if (type == null) {
                notes.unknown(field, entry.getKey(), lastPart(path), allowed(fields, rule));
              } else {
                check(entry.getValue(), type, field);
              }
            });
    new RuleCheck(notes).check(object, rule, path);
    if (model == ResourceRequirements.class) {
      ResourceCheck.check(object, path, notes);
    }
  }

  private static Set<String> allowed(Map<String, JavaType> fields, ObjectRule rule) {
    Set<String> allowed = new LinkedHashSet<>(fields.keySet());
    allowed.removeAll(rule.forbidden());
    return allowed;
  }

  private void checkScalar(JsonNode value, Class<?> type, String path) {
    if (type == String.class) {
      Kind.TEXT.check(value, path, notes);
    } else if (type == Boolean.class || type == boolean.class) {
      Kind.SWITCH.check(value, path, notes);
    } else if (type == Integer.class || type == int.class) {
      expect(value.isInt(), value, path, "a whole number");
    } else if (type == Long.class || type == long.class) {
      Kind.NUMBER.check(value, path, notes);
    }
  }

  private boolean expect(boolean holds, JsonNode value, String path, String expected) {
    if (!holds) {
      notes.wrongKind(path, value, expected);
    }
    return holds;
  }

  /** The name of the field that holds an object: {@code env} for an entry of that list. */
  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[[0-9]+]$", "");
  }
}
