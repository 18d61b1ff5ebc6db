package warren.dw;

import static java.util.Objects.requireNonNull;

/**
 * That some driver has work for a directive in a state of the workflow: an entry of the Workflow's
 * {@code status.drivers}.
 *
 * @param directive the directive's index, from zero
 * @param driver the driver's label
 * @param command the directive's command, which says whose work it is where labels do not matter
 */
public record Registration(int directive, String driver, String command, WatchState state) {
  public Registration {
    requireNonNull(driver, "driver");
    requireNonNull(command, "command");
    requireNonNull(state, "state");
  }
}
