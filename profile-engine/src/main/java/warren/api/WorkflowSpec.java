package warren.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a workload manager wants of a Workflow.
 *
 * @param desiredState a state's word, such as {@code Setup}
 * @param wlmID which workload manager
 * @param jobID its job's number or name
 * @param userID the job's user; never absent in a stored Workflow
 * @param groupID the job's group; never absent in a stored Workflow
 * @param hurry null means false
 * @param forceReady null means false
 * @param dwDirectives the directives' texts; empty, never null
 * @param unknown the fields that Warren does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowSpec(
    String desiredState,
    String wlmID,
    IntOrString jobID,
    Long userID,
    Long groupID,
    Boolean hurry,
    Boolean forceReady,
    ArrayList<String> dwDirectives,
    @Unknown Map<String, JsonNode> unknown)
    implements Serializable {
  public WorkflowSpec {
    dwDirectives = Absent.isEmpty(dwDirectives);
    unknown = Absent.isEmpty(unknown);
  }

  /** A spec of the fields that Warren knows. */
  public WorkflowSpec(
      String desiredState,
      String wlmID,
      IntOrString jobID,
      Long userID,
      Long groupID,
      Boolean hurry,
      Boolean forceReady,
      ArrayList<String> dwDirectives) {
    this(desiredState, wlmID, jobID, userID, groupID, hurry, forceReady, dwDirectives, null);
  }

  /** The directives as an unmodifiable list. */
  public List<String> directives() {
    return List.copyOf(dwDirectives);
  }
}
