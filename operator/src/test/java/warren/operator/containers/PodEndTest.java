package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.containers.Containers.ended;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

final class PodEndTest {
  private static final ContainerStatus RUNNING =
      new ContainerStatusBuilder()
          .withName("other")
          .withNewState()
          .withNewRunning()
          .endRunning()
          .endState()
          .build();

  @Test
  void aPodHasEndedWhenAllItsContainersHave() {
    assertThat(PodEnd.hasEnded(ended("rabbit-0", 0))).isTrue();
    assertThat(PodEnd.hasEnded(ended("rabbit-0", 7))).isTrue();
    assertThat(PodEnd.hasSucceeded(ended("rabbit-0", 0))).isTrue();
    assertThat(PodEnd.hasSucceeded(ended("rabbit-0", 7))).isFalse();
  }

  @Test
  void aContainerThatMayBeStartedAgainHasNotEnded() {
    Pod pod = ended("rabbit-0", 0);
    pod.getSpec().setRestartPolicy("OnFailure");

    assertThat(PodEnd.hasEnded(pod)).isFalse();
  }

  @Test
  void aContainerThatTheKubeletHasNotReportedHasNotEnded() {
    Pod pod = ended("rabbit-0", 0);
    pod.getSpec().getContainers().add(pod.getSpec().getContainers().getFirst());
    pod.getStatus().setPhase("Failed"); // as the cluster says of a pod on a lost node

    assertThat(PodEnd.hasEnded(pod)).isFalse();
    assertThat(PodEnd.hasSucceeded(pod)).isFalse();
  }

  @Test
  void sidecarsAndDebuggersCount() {
    Pod sidecar = ended("rabbit-0", 0);
    sidecar.getStatus().getInitContainerStatuses().add(RUNNING);
    Pod debugged = ended("rabbit-0", 0);
    debugged.getStatus().getEphemeralContainerStatuses().add(RUNNING);

    assertThat(PodEnd.hasEnded(sidecar)).isFalse();
    assertThat(PodEnd.hasEnded(debugged)).isFalse();
  }
}
