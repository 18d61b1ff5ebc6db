package warren.operator.driver;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
 * @param missingNodes those of the Rabbits that are no nodes of the cluster
 */
public record JobPlaces(
    List<String> computes, Optional<MachineLayout> layout, List<String> missingNodes) {
  private static final String SYSTEM = "SystemConfiguration default/default";

  public JobPlaces {
    computes = List.copyOf(computes);
    requireNonNull(layout, "layout");
    missingNodes = List.copyOf(missingNodes);
  }

  /** The places of a job whose Rabbits are all nodes of the cluster. */
  public JobPlaces(List<String> computes, Optional<MachineLayout> layout) {
    this(computes, layout, List.of());
  }

  /**
   * The places of a job.
   *
   * @param computes the workflow's Computes resource, if there is one
   * @param isNode whether a node of the cluster has this name
   */
  public static JobPlaces of(
      Optional<Computes> computes, Optional<MachineLayout> layout, Predicate<String> isNode) {
    JobPlaces places =
        new JobPlaces(
            computes.stream()
                .flatMap(named -> named.getData().stream())
                .map(Computes.Compute::name)
                .toList(),
            layout);
    return new JobPlaces(
        places.computes(),
        places.layout(),
        places.rabbits().stream().filter(isNode.negate()).toList());
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
        ? missingNode()
        : Optional.of(
            Finding.error(
                    new Code("unknown-compute"),
                    Blame.INTERNAL,
                    "No Rabbit belongs to " + String.join(", ", strangers) + ".")
                .hint("An administrator has to list them in the " + SYSTEM + "."));
  }

  /**
   * Why a pod on the Rabbits would stay pending for ever: a Rabbit is no node of the cluster. Empty
   * while the computes are not known.
   */
  public Optional<Finding> missingNode() {
    return missingNodes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                    new Code("rabbit-not-in-cluster"),
                    Blame.INTERNAL,
                    (missingNodes.size() == 1
                            ? "The Rabbit %s is not a node of the cluster."
                            : "The Rabbits %s are not nodes of the cluster.")
                        .formatted(String.join(", ", missingNodes)))
                .hint(
                    "An administrator has to add the node, or to correct the "
                        + SYSTEM
                        + ": it names Rabbits as 'kubectl get nodes' does."));
  }
}
