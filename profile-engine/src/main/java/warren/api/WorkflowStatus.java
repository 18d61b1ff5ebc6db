package warren.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;

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
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowStatus(
    String state,
    Boolean ready,
    String status,
    String message,
    LinkedHashMap<String, String> env,
    ArrayList<DriverEntry> drivers,
    ResourceReference computes,
    String desiredStateChange,
    String readyChange,
    String elapsedTimeLastState)
    implements Serializable {
  public WorkflowStatus {
    env = env == null ? new LinkedHashMap<>() : new LinkedHashMap<>(env);
    drivers = drivers == null ? new ArrayList<>() : new ArrayList<>(drivers);
  }

  /** Whether the state has been reached. */
  public boolean isReady() {
    return Boolean.TRUE.equals(ready);
  }
}
