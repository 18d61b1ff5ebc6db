package warren.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Map;

/**
 * What is wrong with a resource of DWS, in its status.
 *
 * @param userMessage for the user; null when it is none of the user's business
 * @param debugMessage for the administrator
 * @param type whose error it is: Internal, WLM or User
 * @param severity Minor, Major or Fatal
 * @param unknown the fields that Warren does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceError(
    String userMessage,
    String debugMessage,
    String type,
    String severity,
    @Unknown Map<String, JsonNode> unknown)
    implements Serializable {
  public ResourceError {
    unknown = Absent.isEmpty(unknown);
  }
}
