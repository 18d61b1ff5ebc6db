package warren.operator.driver;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.api.Computes;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.plan.MachineLayout;

/**
 * Where a job runs: on which computes, and beside which Rabbits.
 *
 * @param computes as the workload manager named them; empty until it has
 * @param layout of the machine; empty when the cluster has no SystemConfiguration
 */
public record JobPlaces(List<String> computes, Optional<MachineLayout> layout) {
  private static final String SYSTEM = "SystemConfiguration default/default";

  public JobPlaces {
    computes = List.copyOf(computes);
    requireNonNull(layout, "layout");
  }

  /**
   * The places of a job.
   *
   * @param computes the workflow's Computes resource, if there is one
   */
  public static JobPlaces of(Optional<Computes> computes, Optional<MachineLayout> layout) {
    return new JobPlaces(
        computes.stream()
            .flatMap(named -> named.getData().stream())
            .map(Computes.Compute::name)
            .toList(),
        layout);
  }

  /** The layout; of no machine at all when there is none. */
  public MachineLayout machine() {
    return layout.orElseGet(() -> new MachineLayout(Map.of()));
  }

  /** The Rabbits of the computes, in the computes' order, each once. */
  public List<String> rabbits() {
    return machine().rabbitsOf(computes);
  }

  /**
   * Why the Rabbits are not known, or not all of them.
   *
   * @param workflow its name, which is that of the resource Computes
   * @param purpose what a Rabbit is needed for, such as {@code to run containers on}
   */
  public Optional<Finding> problem(String workflow, String purpose) {
    if (computes.isEmpty()) {
      return Optional.of(
          Finding.error(
                  new Code("no-computes"),
                  Blame.WLM,
                  "Nobody has named the job's computes, so there is no Rabbit " + purpose + ".")
              .hint(
                  "The workload manager has to fill the resource Computes "
                      + workflow
                      + " before PreRun, with computes of the "
                      + SYSTEM
                      + "."));
    }
    if (layout.isEmpty()) {
      return Optional.of(
          Finding.error(
                  new Code("no-system-configuration"),
                  Blame.INTERNAL,
                  "There is no " + SYSTEM + " to tell which Rabbits the computes belong to.")
              .hint("An administrator has to create it."));
    }
    List<String> strangers = machine().unknown(computes);
    return strangers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                    new Code("unknown-compute"),
                    Blame.INTERNAL,
                    "No Rabbit belongs to " + String.join(", ", strangers) + ".")
                .hint("An administrator has to list them in the " + SYSTEM + "."));
  }
}
