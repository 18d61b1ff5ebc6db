package warren.cli.job;

import java.util.List;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.plan.ComputePlace;
import warren.plan.MachineLayout;

/** Which of a machine's computes a job has. */
public final class ChosenComputes {
  private ChosenComputes() {}

  /**
   * The first ones of the machine.
   *
   * @param nodes how many, at least 1
   * @throws CommandException when there are fewer
   */
  public static List<ComputePlace> first(int nodes, MachineLayout layout) {
    List<ComputePlace> all = List.copyOf(layout.places().values());
    if (nodes > all.size()) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "--nodes %d is more than the %d computes this machine has".formatted(nodes, all.size()));
    }
    return all.subList(0, nodes);
  }
}
