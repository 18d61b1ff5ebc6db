package warren.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Map;

/**
 * An object reference as DWS and NNF write it.
 *
 * @param uid null where it is not told
 * @param unknown the fields that Warren does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceReference(
    String kind, String name, String namespace, String uid, @Unknown Map<String, JsonNode> unknown)
    implements Serializable {
  public ResourceReference {
    unknown = Absent.isEmpty(unknown);
  }

  /** A reference by name. */
  public ResourceReference(String kind, String name, String namespace) {
    this(kind, name, namespace, null, null);
  }
}
