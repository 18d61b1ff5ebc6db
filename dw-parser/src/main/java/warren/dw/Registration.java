package warren.dw;

import static java.util.Objects.requireNonNull;

/**
 * That some driver has work for a directive in a state of the workflow: an entry of the Workflow's
 * {@code status.drivers}.
 *
 * @param directive the directive's index, from zero
 * @param driver the driver's label: whose work it is
 */
public record Registration(int directive, String driver, WatchState state) {
  public Registration {
    requireNonNull(driver, "driver");
    requireNonNull(state, "state");
  }
}
