package warren.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Map;

/**
 * One driver's part in one state of one directive: {@code status.drivers[]}.
 *
 * @param driverID which driver acts on it; nobody else writes it
 * @param taskID empty for Warren
 * @param dwdIndex the directive's index in {@code spec.dwDirectives}
 * @param watchState the state it belongs to
 * @param lastHB heartbeat, unused by Warren
 * @param completed the driver has done its part
 * @param status Pending, Queued, Running, Completed, TransientCondition, Error or DriverWait; null
 *     is to be read as Pending
 * @param message for the user; null means none
 * @param error for the administrator; null means none
 * @param completeTime RFC 3339 with microseconds; null until completed
 * @param unknown the fields that Warren does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriverEntry(
    String driverID,
    String taskID,
    Integer dwdIndex,
    String watchState,
    Long lastHB,
    Boolean completed,
    String status,
    String message,
    String error,
    String completeTime,
    @Unknown Map<String, JsonNode> unknown)
    implements Serializable {
  public DriverEntry {
    unknown = Absent.isEmpty(unknown);
  }

  /** An entry of the fields that Warren knows. */
  public DriverEntry(
      String driverID,
      String taskID,
      Integer dwdIndex,
      String watchState,
      Long lastHB,
      Boolean completed,
      String status,
      String message,
      String error,
      String completeTime) {
    this(
        driverID,
        taskID,
        dwdIndex,
        watchState,
        lastHB,
        completed,
        status,
        message,
        error,
        completeTime,
        null);
  }

  /** Whether the driver has done its part. */
  public boolean isCompleted() {
    return Boolean.TRUE.equals(completed);
  }
}
