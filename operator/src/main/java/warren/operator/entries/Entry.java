package warren.operator.entries;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import warren.api.DriverEntry;
import warren.dw.WorkflowState;

/**
 * A driver's part in one state of one directive.
 *
 * @param position its place in {@code status.drivers}
 * @param driver whose it is
 * @param directive the directive's index
 * @param state the state it belongs to
 * @param progress how far it is
 * @param completed the driver has done its part
 * @param message for the user
 */
public record Entry(
    int position,
    String driver,
    int directive,
    WorkflowState state,
    EntryStatus progress,
    boolean completed,
    Optional<String> message) {
  public Entry {
    requireNonNull(driver, "driver");
    requireNonNull(state, "state");
    requireNonNull(progress, "progress");
    requireNonNull(message, "message");
  }

  /** The entry at this place, or empty when it is too broken to belong to anybody. */
  static Optional<Entry> of(int position, DriverEntry entry) {
    if (entry.driverID() == null || entry.dwdIndex() == null || entry.watchState() == null) {
      return Optional.empty();
    }
    return WorkflowState.of(entry.watchState())
        .map(
            state ->
                new Entry(
                    position,
                    entry.driverID(),
                    entry.dwdIndex(),
                    state,
                    EntryStatus.of(entry.status()),
                    entry.isCompleted(),
                    Optional.ofNullable(entry.message()).filter(text -> !text.isBlank())));
  }
}
