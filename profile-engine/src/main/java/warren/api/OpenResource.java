package warren.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource of which Warren knows some fields: those it does not know are kept as they were read,
 * and written again.
 *
 * @param <S> the spec; Void for resources whose payload is another field
 * @param <T> the status; Void for resources that have none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class OpenResource<S, T> extends CustomResource<S, T> implements Namespaced {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, JsonNode> unknown = new LinkedHashMap<>();

  /** The top-level fields that Warren does not know, in the order they were read. */
  @JsonAnyGetter
  public Map<String, JsonNode> unknown() {
    return Collections.unmodifiableMap(unknown);
  }

  @JsonAnySetter
  void keep(String field, JsonNode value) {
    unknown.put(field, value);
  }

  @Override
  protected S initSpec() {
    return null; // records have no empty instance; what was not read stays absent
  }

  @Override
  protected T initStatus() {
    return null; // as above
  }
}
