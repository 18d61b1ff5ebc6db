package warren.client.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerAttemptTest {
  @Test
  void whatHasStartedHasALogInitContainersIncludedAndEachRestart() {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withNamespace("jobs")
            .withName("pod")
            .withUid("u")
            .endMetadata()
            .withNewSpec()
            .withNodeName("rabbit-0")
            .endSpec()
            .withNewStatus()
            .addNewInitContainerStatus()
            .withName("fetch")
            .withRestartCount(0)
            .withNewState()
            .withNewTerminated()
            .withStartedAt("2026-11-30T13:00:00Z")
            .withExitCode(0)
            .endTerminated()
            .endState()
            .endInitContainerStatus()
            .addNewContainerStatus()
            .withName("main")
            .withRestartCount(2)
            .withNewState()
            .withNewRunning()
            .endRunning()
            .endState()
            .withNewLastState()
            .withNewTerminated()
            .withExitCode(137)
            .endTerminated()
            .endLastState()
            .endContainerStatus()
            .addNewContainerStatus()
            .withName("later")
            .withRestartCount(0)
            .withNewState()
            .withNewWaiting()
            .endWaiting()
            .endState()
            .endContainerStatus()
            .endStatus()
            .build();

    List<ContainerAttempt> attempts = ContainerAttempt.of(List.of(pod));

    assertThat(attempts)
        .extracting(a -> a.container() + " " + a.number() + " " + a.latest() + " " + a.exitCode())
        .containsExactly(
            "fetch 0 true OptionalInt[0]",
            "main 1 false OptionalInt[137]",
            "main 2 true OptionalInt.empty");
    assertThat(attempts.getFirst().started()).contains(Instant.parse("2026-11-30T13:00:00Z"));
    assertThat(attempts.getFirst().node()).isEqualTo(Optional.of("rabbit-0"));
  }

  @Test
  void mpiOperatorsLabelSaysTheRole() {
    assertThat(MpiRole.of("launcher")).isEqualTo(MpiRole.LAUNCHER);
    assertThat(MpiRole.of("worker")).isEqualTo(MpiRole.WORKER);
    assertThat(MpiRole.of(null)).isEqualTo(MpiRole.NONE);
  }
}
