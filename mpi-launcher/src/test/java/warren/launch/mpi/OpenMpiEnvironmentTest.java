package warren.launch.mpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import org.junit.jupiter.api.Test;

class OpenMpiEnvironmentTest {
  @Test
  void openMpi5LearnsItsHostFile() {
    assertThat(OpenMpiEnvironment.set(pod("OTHER"), "OpenMPI").getContainers().getFirst().getEnv())
        .extracting(EnvVar::getName)
        .containsExactly("PRTE_MCA_prte_default_hostfile", "PRTE_MCA_plm_ssh_args", "OTHER");
  }

  @Test
  void aProfilesOwnValueWins() {
    assertThat(
            OpenMpiEnvironment.set(pod("PRTE_MCA_plm_ssh_args"), "OpenMPI")
                .getContainers()
                .getFirst()
                .getEnv())
        .filteredOn(variable -> variable.getName().equals("PRTE_MCA_plm_ssh_args"))
        .extracting(EnvVar::getValue)
        .containsExactly("own");
  }

  @Test
  void otherImplementationsHaveNoUseForIt() {
    assertThat(OpenMpiEnvironment.set(pod("OTHER"), "MPICH")).isEqualTo(pod("OTHER"));
  }

  private static PodSpec pod(String variable) {
    return new PodSpecBuilder()
        .addNewContainer()
        .withName("launcher")
        .addNewEnv()
        .withName(variable)
        .withValue("own")
        .endEnv()
        .endContainer()
        .build();
  }
}
