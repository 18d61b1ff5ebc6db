package warren.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model knows of its resource, by reflection. */
final class ModelFields {
  private ModelFields() {}

  /**
   * The fields with their types, as a schema says them: {@code workflows.spec.userID} is an {@code
   * integer}.
   *
   * @param payload the field that holds the payload; null for a resource with spec and status
   */
  static Map<String, String> of(OpenResource<?, ?> model, String payload) {
    Map<String, String> fields = new TreeMap<>();
    if (payload != null) {
      collect(model.getPlural() + "." + payload, payloadType(model, payload), fields);
      return fields;
    }
    var parameters = (ParameterizedType) model.getClass().getGenericSuperclass();
    collect(model.getPlural() + ".spec", parameters.getActualTypeArguments()[0], fields);
    if (!Void.class.equals(parameters.getActualTypeArguments()[1])) {
      collect(model.getPlural() + ".status", parameters.getActualTypeArguments()[1], fields);
    }
    return fields;
  }

  private static Type payloadType(OpenResource<?, ?> model, String payload) {
    try {
      return model.getClass().getDeclaredField(payload).getGenericType();
    } catch (NoSuchFieldException e) {
      throw new IllegalArgumentException(model.getKind() + " has no field " + payload, e);
    }
  }

  private static void collect(String path, Type type, Map<String, String> fields) {
    fields.put(path, schemaType(type));
    Type inner =
        type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
    if (inner instanceof Class<?> nested && nested.isRecord()) {
      for (RecordComponent component : nested.getRecordComponents()) {
        if (!component.getAccessor().isAnnotationPresent(Unknown.class)) {
          collect(path + "." + component.getName(), component.getGenericType(), fields);
        }
      }
    }
  }

  private static String schemaType(Type type) {
    if (type instanceof ParameterizedType generic) {
      List<Type> of = List.of(generic.getActualTypeArguments());
      return of.size() == 1
          ? "array of " + schemaType(of.getFirst())
          : "map of " + schemaType(of.getLast());
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
    if (type.equals(Integer.class) || type.equals(Long.class)) {
      return "integer";
    }
    if (type.equals(ObjectNode.class) || (type instanceof Class<?> other && other.isRecord())) {
      return "object";
    }
    throw new IllegalArgumentException("what is " + type + " in a schema?");
  }
}
