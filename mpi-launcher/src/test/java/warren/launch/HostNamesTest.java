package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.dw.Finding;
import warren.names.WorkflowIdentity;

class HostNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"red-rock-slushy", "mpi-red-rock-slushy"})
  void usualNamesAreUsable(String name) {
    assertThat(HostNames.check(Workloads.shape(Cases.inputs(name)))).isEmpty();
  }

  @Test
  void aWorkflowsNameStartsWithALetterAndHasNoDots() {
    assertThat(sentences("red-rock-slushy", "7.job", List.of("rabbit-0")))
        .containsExactly(
            "The workflow's name '7.job' cannot be the DNS name of its containers. Use up to 63"
                + " lower-case letters, digits and hyphens, the first a letter.");
  }

  @Test
  void aRabbitsNameHasNoDots() {
    assertThat(sentences("red-rock-slushy", "job", List.of("rabbit-0.site", "rabbit-1")))
        .containsExactly(
            "The Rabbit's name 'rabbit-0.site' cannot be the host name of a container. Name the"
                + " node with up to 63 lower-case letters, digits and hyphens, no dots.");
  }

  @Test
  void aJobsNameHasSixtyThreeCharactersAtMost() {
    String longest = "w".repeat(63 - "-rabbit-0".length());

    assertThat(sentences("red-rock-slushy", longest, List.of("rabbit-0"))).isEmpty();
    assertThat(sentences("red-rock-slushy", longest + "w", List.of("rabbit-0")))
        .containsExactly(
            "The name '%sw-rabbit-0' would have 64 characters, and 63 are allowed. Use a name of up"
                    .formatted(longest)
                + " to 54 characters for the workflow.");
  }

  @Test
  void aRabbitsNameLeavesRoomForTheWorkflowsThatRunNames() {
    String longest = "r".repeat(45);

    assertThat(sentences("red-rock-slushy", "warren-run-000000", List.of(longest))).isEmpty();
    assertThat(sentences("red-rock-slushy", "warren-run-000000", List.of(longest + "r")))
        .containsExactly(
            "The Rabbit's name '%sr' has 46 characters, and 45 are allowed beside a workflow's."
                    .formatted(longest)
                + " Tell your administrator, who can give the node a shorter name.");
  }

  @Test
  void anMpiHostsNameHasSixtyThreeCharactersAtMost() {
    String longest = "w".repeat(63 - "-launcher".length());

    assertThat(sentences("mpi-red-rock-slushy", longest, List.of("rabbit-0"))).isEmpty();
    assertThat(sentences("mpi-red-rock-slushy", longest + "w", List.of("rabbit-0")))
        .containsExactly(
            "The name '%sw-launcher' would have 64 characters, and 63 are allowed. Use a name of up"
                    .formatted(longest)
                + " to 54 characters for the workflow.");
  }

  private static List<String> sentences(String name, String workflow, List<String> rabbits) {
    LaunchInputs inputs = Cases.inputs(name);
    LaunchInputs changed =
        new LaunchInputs(
            new WorkflowIdentity("default", workflow, "uid-1"), inputs.plan(), rabbits);
    return HostNames.check(Workloads.shape(changed)).stream().map(Finding::sentence).toList();
  }
}
