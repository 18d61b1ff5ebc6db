package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.containers.Containers.ended;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

final class PodStateTest {
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
    assertThat(PodState.hasEnded(ended("rabbit-0", 0))).isTrue();
    assertThat(PodState.hasEnded(ended("rabbit-0", 7))).isTrue();
    assertThat(PodState.hasSucceeded(ended("rabbit-0", 0))).isTrue();
    assertThat(PodState.hasSucceeded(ended("rabbit-0", 7))).isFalse();
  }

  @Test
  void aPodOfWhichOneContainerHasEndedWellRuns() {
    Pod pod = ended("rabbit-0", 0);
    pod.getSpec().getContainers().add(new ContainerBuilder().withName("other").build());
    pod.getStatus().getContainerStatuses().add(RUNNING);
    assertThat(PodState.isRunning(pod)).as("not ready").isFalse();

    pod.getStatus().getContainerStatuses().set(1, RUNNING.edit().withReady(true).build());
    assertThat(PodState.isRunning(pod)).isTrue();
    assertThat(PodState.hasFailedInPart(pod)).isFalse();
    pod.getMetadata().setDeletionTimestamp("2026-11-21T10:06:00Z");
    assertThat(PodState.isRunning(pod)).as("being deleted").isFalse();
  }

  @Test
  void aPodOfWhichOneContainerHasFailedDoesNotRunThoughOthersDo() {
    Pod pod = ended("rabbit-0", 3);
    pod.getSpec().getContainers().add(new ContainerBuilder().withName("other").build());
    pod.getStatus().getContainerStatuses().add(RUNNING.edit().withReady(true).build());

    assertThat(PodState.isRunning(pod)).isFalse();
    assertThat(PodState.hasFailed(pod)).isFalse();
    assertThat(PodState.hasFailedInPart(pod)).isTrue();
  }

  @Test
  void aContainerThatMayBeStartedAgainHasNotEnded() {
    Pod pod = ended("rabbit-0", 0);
    pod.getSpec().setRestartPolicy("OnFailure");

    assertThat(PodState.hasEnded(pod)).isFalse();
  }

  @Test
  void aContainerThatTheKubeletHasNotReportedHasNotEnded() {
    Pod pod = ended("rabbit-0", 0);
    pod.getSpec().getContainers().add(pod.getSpec().getContainers().getFirst());
    pod.getStatus().setPhase("Failed"); // as the cluster says of a pod on a lost node

    assertThat(PodState.hasEnded(pod)).isFalse();
    assertThat(PodState.hasSucceeded(pod)).isFalse();
  }

  @Test
  void sidecarsAndDebuggersCount() {
    Pod sidecar = ended("rabbit-0", 0);
    sidecar.getStatus().getInitContainerStatuses().add(RUNNING);
    Pod debugged = ended("rabbit-0", 0);
    debugged.getStatus().getEphemeralContainerStatuses().add(RUNNING);

    assertThat(PodState.hasEnded(sidecar)).isFalse();
    assertThat(PodState.hasEnded(debugged)).isFalse();
  }
}
