package warren.operator.metrics;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;

/** Counts what the caches hold, as rows of gauges. Pure. */
public final class Census {
  private static final String READY = "Ready";
  private static final String OTHER = "Other";

  /** Words of {@code status.status}; any other word of a foreign operator counts as 'Other'. */
  private static final List<String> STATUSES =
      List.of(READY, "DriverWait", "Completed", "TransientCondition", "Error", OTHER);

  private static final String DIRECTORY = "directory";

  private Census() {}

  /** The number of workflows by state and status, for {@link Metric#WORKFLOWS}; zeros too. */
  public static Map<List<String>, Double> workflows(Stream<Workflow> workflows) {
    Map<List<String>, Double> rows = new LinkedHashMap<>();
    for (WorkflowState state : WorkflowState.values()) {
      STATUSES.forEach(status -> rows.put(List.of(state.word(), status), 0.0));
    }
    workflows.forEach(
        workflow -> {
          Optional<WorkflowStatus> status = Optional.ofNullable(workflow.getStatus());
          rows.merge(List.of(state(status), word(status)), 1.0, Double::sum);
        });
    return rows;
  }

  private static String state(Optional<WorkflowStatus> status) {
    return status
        .map(WorkflowStatus::state)
        .flatMap(WorkflowState::of)
        .map(WorkflowState::word)
        .orElse(OTHER);
  }

  private static String word(Optional<WorkflowStatus> status) {
    if (status.map(WorkflowStatus::isReady).orElse(false)) {
      return READY;
    }
    return status.map(WorkflowStatus::status).filter(STATUSES::contains).orElse(OTHER);
  }

  /** The number of volumes by what holds the data, for {@link Metric#STORAGE_VOLUMES}. */
  public static Map<List<String>, Double> volumes(Stream<PersistentVolume> volumes) {
    return sum(volumes, volume -> 1.0);
  }

  /** The capacity of volumes in bytes, for {@link Metric#STORAGE_REQUESTED}. */
  public static Map<List<String>, Double> requested(Stream<PersistentVolume> volumes) {
    return sum(volumes, Census::bytes);
  }

  private static Map<List<String>, Double> sum(
      Stream<PersistentVolume> volumes, ToDoubleFunction<PersistentVolume> value) {
    Map<List<String>, Double> rows = new LinkedHashMap<>();
    rows.put(List.of(DIRECTORY), 0.0);
    volumes.forEach(
        volume -> rows.merge(List.of(kind(volume)), value.applyAsDouble(volume), Double::sum));
    return rows;
  }

  private static String kind(PersistentVolume volume) {
    return volume.getSpec() == null || volume.getSpec().getCsi() == null
        ? DIRECTORY
        : volume.getSpec().getCsi().getDriver();
  }

  private static double bytes(PersistentVolume volume) {
    return Optional.ofNullable(volume.getSpec().getCapacity())
        .map(capacity -> capacity.get("storage"))
        .map(Quantity::getAmountInBytes)
        .map(BigDecimal::doubleValue)
        .orElse(0.0);
  }
}
