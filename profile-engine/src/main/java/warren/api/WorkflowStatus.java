package warren.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has become of a Workflow.
 *
 * @param state the state being worked on or reached; null before the first reconcile
 * @param ready {@code state} has been reached; null means false
 * @param status Completed, DriverWait, TransientCondition or Error; null means none yet
 * @param message for the user; null means none
 * @param env variables for the job's processes; empty, never null
 * @param drivers one entry per directive, watched state and driver; empty, never null
 * @param computes the Computes resource the workload manager fills; null before it exists
 * @param desiredStateChange when {@code state} was entered, RFC 3339 with microseconds
 * @param readyChange when {@code ready} became true, RFC 3339 with microseconds
 * @param elapsedTimeLastState in Go's duration style, such as {@code 1.500003s}
 * @param unknown the fields that Warren does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowStatus(
    String state,
    Boolean ready,
    String status,
    String message,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) LinkedHashMap<String, String> env,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) ArrayList<DriverEntry> drivers,
    ResourceReference computes,
    String desiredStateChange,
    String readyChange,
    String elapsedTimeLastState,
    @Unknown Map<String, JsonNode> unknown)
    implements Serializable {
  public WorkflowStatus {
    env = Absent.isEmpty(env);
    drivers = Absent.isEmpty(drivers);
    unknown = Absent.isEmpty(unknown);
  }

  /** A status of the fields that Warren knows. */
  public WorkflowStatus(
      String state,
      Boolean ready,
      String status,
      String message,
      LinkedHashMap<String, String> env,
      ArrayList<DriverEntry> drivers,
      ResourceReference computes,
      String desiredStateChange,
      String readyChange,
      String elapsedTimeLastState) {
    this(
        state,
        ready,
        status,
        message,
        env,
        drivers,
        computes,
        desiredStateChange,
        readyChange,
        elapsedTimeLastState,
        null);
  }

  /** Whether the state has been reached. */
  public boolean isReady() {
    return Boolean.TRUE.equals(ready);
  }
}
