package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.names.DirectiveIdentity;
import warren.names.Names;
import warren.operator.Fixtures;
import warren.operator.containers.Unit.Phase;

/** How far the containers are, as their pods have it before their owners have counted them. */
class UnitsTest {
  private static final String RABBIT = "rabbit-0";

  @Test
  void aPodThatIsReadyRunsThoughItsJobHasNotCountedIt() {
    assertThat(single(pod("app").ready(true))).isEqualTo(Phase.RUNNING);
    assertThat(single(pod("app").ready(false))).isEqualTo(Phase.STARTING);
    assertThat(single()).isEqualTo(Phase.STARTING);
  }

  @Test
  void aPodThatIsBeingDeletedDoesNotRun() {
    assertThat(single(pod("app").ready(true).deleted())).isEqualTo(Phase.STARTING);
  }

  @Test
  void aPodHasSucceededWhenAllItsContainersHaveEndedWell() {
    assertThat(single(pod("app", "beside").ended("app", 0).ended("beside", 0)))
        .isEqualTo(Phase.SUCCEEDED);
    assertThat(single(pod("app", "beside").ready(true).ended("app", 0))).isEqualTo(Phase.RUNNING);
    assertThat(single(pod("app", "beside").ended("app", 0).ended("beside", 3)))
        .isEqualTo(Phase.STARTING);
  }

  @Test
  void aPodThatFailedIsNoFailureWhileItsJobTriesAgain() {
    assertThat(single(pod("app").ended("app", 3), pod("app").ready(true))).isEqualTo(Phase.RUNNING);
    assertThat(single(pod("app").ended("app", 3))).isEqualTo(Phase.STARTING);
  }

  @ParameterizedTest
  @CsvSource({"0, FAILED", "1, STARTING"})
  void aPodThatFailedIsTheEndWhenItsJobHasNoTryLeft(int retries, Phase phase) {
    Job job = Containers.job(RABBIT, Containers.starting());
    job.setSpec(new JobSpecBuilder().withBackoffLimit(retries).build());

    assertThat(
            Units.single(
                    Containers.DIRECTIVE,
                    List.of(RABBIT),
                    List.of(job),
                    List.of(Containers.ended(RABBIT, 7)))
                .getFirst()
                .phase())
        .isEqualTo(phase);
  }

  @Test
  void whatTheJobSaysOfItsEndIsFinal() {
    assertThat(
            Units.single(
                    Containers.DIRECTIVE,
                    List.of(RABBIT),
                    List.of(Containers.job(RABBIT, Containers.ended("Failed"))),
                    List.of(pod("app").ready(true).pod))
                .getFirst()
                .phase())
        .isEqualTo(Phase.FAILED);
  }

  @Test
  void anMpiJobGoesByItsLauncherAndNeverByAWorker() {
    assertThat(mpi(pod("w").ready(true).role("worker"))).isEqualTo(Phase.STARTING);
    assertThat(mpi(pod("l").ready(true).role("launcher"))).isEqualTo(Phase.RUNNING);
    assertThat(mpi(pod("w").ended("w", 0).role("worker"))).isEqualTo(Phase.STARTING);
    assertThat(mpi(pod("l").ended("l", 0).role("launcher"))).isEqualTo(Phase.SUCCEEDED);
  }

  @Test
  void eachDirectiveHasItsOwnJobs() {
    DirectiveIdentity second = new DirectiveIdentity(Fixtures.IDENTITY, 2, 1);

    assertThat(
            Units.single(
                    second,
                    List.of(RABBIT),
                    List.of(Containers.job(RABBIT, Containers.running())),
                    List.of())
                .getFirst()
                .phase())
        .isEqualTo(Phase.ABSENT);
    assertThat(Names.job(second, RABBIT)).isEqualTo("wf-c2-rabbit-0");
  }

  private static Phase single(Built... pods) {
    return Units.single(
            Containers.DIRECTIVE,
            List.of(RABBIT),
            List.of(Containers.job(RABBIT, Containers.starting())),
            List.of(pods).stream().map(built -> built.pod).toList())
        .getFirst()
        .phase();
  }

  private static Phase mpi(Built... pods) {
    GenericKubernetesResource job =
        Serialization.unmarshal(
            """
            apiVersion: kubeflow.org/v2beta1
            kind: MPIJob
            metadata: {name: wf}
            status: {conditions: [{type: Created, status: "True"}]}
            """,
            GenericKubernetesResource.class);
    return Units.mpi(
            Containers.DIRECTIVE,
            List.of(job),
            Optional.empty(),
            List.of(pods).stream().map(built -> built.pod).toList())
        .getFirst()
        .phase();
  }

  private static Built pod(String... containers) {
    PodBuilder pod =
        new PodBuilder()
            .withNewMetadata()
            .withCreationTimestamp("2026-11-21T10:05:01Z")
            .addNewOwnerReference()
            .withUid("job-" + RABBIT)
            .endOwnerReference()
            .endMetadata()
            .withNewStatus()
            .endStatus()
            .withNewSpec()
            .endSpec();
    for (String name : containers) {
      pod.editSpec()
          .addNewContainer()
          .withName(name)
          .endContainer()
          .endSpec()
          .editStatus()
          .addToContainerStatuses(
              new ContainerStatusBuilder()
                  .withName(name)
                  .withNewState()
                  .withNewRunning()
                  .endRunning()
                  .endState()
                  .build())
          .endStatus();
    }
    return new Built(pod.build());
  }

  private record Built(Pod pod) {
    Built ready(boolean ready) {
      return new Built(
          pod.edit()
              .editStatus()
              .withContainerStatuses(
                  pod.getStatus().getContainerStatuses().stream()
                      .map(status -> status.edit().withReady(ready).build())
                      .toList())
              .endStatus()
              .build());
    }

    Built ended(String container, int exitCode) {
      return new Built(
          pod.edit()
              .editStatus()
              .editMatchingContainerStatus(status -> container.equals(status.getName()))
              .withState(
                  new ContainerStateBuilder()
                      .withNewTerminated()
                      .withExitCode(exitCode)
                      .endTerminated()
                      .build())
              .endContainerStatus()
              .endStatus()
              .build());
    }

    Built deleted() {
      return new Built(
          pod.edit()
              .editMetadata()
              .withDeletionTimestamp("2026-11-21T10:06:00Z")
              .endMetadata()
              .build());
    }

    Built role(String role) {
      return new Built(
          pod.edit()
              .editMetadata()
              .addToLabels("training.kubeflow.org/job-role", role)
              .endMetadata()
              .build());
    }
  }
}
