package warren.operator.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import warren.api.Computes;
import warren.dw.Finding;
import warren.plan.ComputePlace;
import warren.plan.MachineLayout;

class JobPlacesTest {
  private static final Optional<MachineLayout> LAYOUT =
      Optional.of(
          new MachineLayout(
              Map.of(
                  "compute-0", new ComputePlace("compute-0", "rabbit-0", 0),
                  "compute-1", new ComputePlace("compute-1", "rabbit-1", 0),
                  "compute-2", new ComputePlace("compute-2", "rabbit-2", 0))));

  private static Optional<String> problem(List<String> computes, String... nodes) {
    Computes named = new Computes();
    named.setData(computes.stream().map(Computes.Compute::new).toList());
    return JobPlaces.of(Optional.of(named), LAYOUT, Set.of(nodes)::contains)
        .problem("wf", "to run containers on")
        .map(Finding::message);
  }

  @Test
  void everyRabbitOfTheJobMustBeANode() {
    assertThat(problem(List.of("compute-0"), "rabbit-0", "server")).isEmpty();
    assertThat(problem(List.of("compute-0", "compute-1"), "rabbit-0"))
        .contains("The Rabbit rabbit-1 is not a node of the cluster.");
    assertThat(problem(List.of("compute-2", "compute-0", "compute-1"), "rabbit-0"))
        .contains("The Rabbits rabbit-2, rabbit-1 are not nodes of the cluster.");
  }

  @Test
  void whileNoComputesAreKnownNoNodeIsMissed() {
    assertThat(JobPlaces.of(Optional.empty(), LAYOUT, name -> false).missingNode()).isEmpty();
  }
}
