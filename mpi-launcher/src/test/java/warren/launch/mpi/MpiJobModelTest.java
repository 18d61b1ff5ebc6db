package warren.launch.mpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.kubeflow.v2beta1.MPIJob;
import org.kubeflow.v2beta1.mpijobspec.MpiReplicaSpecs;

/** Guards what the generator does in silence. */
class MpiJobModelTest {
  @Test
  void theTemplateIsTheLibrarysOwnModel() throws NoSuchMethodException {
    assertThat(MpiReplicaSpecs.class.getMethod("getTemplate").getReturnType())
        .isEqualTo(PodTemplateSpec.class);
  }

  @Test
  void theModelSpeaksOfTheRealResource() {
    assertThat(HasMetadata.getApiVersion(MPIJob.class)).isEqualTo("kubeflow.org/v2beta1");
    assertThat(HasMetadata.getKind(MPIJob.class)).isEqualTo("MPIJob");
    assertThat(HasMetadata.getPlural(MPIJob.class)).isEqualTo("mpijobs");
  }

  @Test
  void nothingIsSentThatNobodySet() {
    assertThat(Serialization.asYaml(new MPIJob()))
        .doesNotContain("slotsPerWorker", "sshAuthMountPath", "status");
  }

  @Test
  void aFieldOfANewerOperatorIsReadAndKept() {
    MPIJob job =
        Serialization.unmarshal(
            """
            apiVersion: kubeflow.org/v2beta1
            kind: MPIJob
            metadata:
              name: wf
            spec:
              slotsPerWorker: 2
              inventedLater: {deep: 1}
              runPolicy:
                inventedToo: yes-please
            """,
            MPIJob.class);

    assertThat(job.getSpec().getSlotsPerWorker()).isEqualTo(2);
    assertThat(Serialization.asYaml(job)).contains("inventedLater", "deep", "inventedToo");
  }

  @Test
  void theStatusOfTheRealOperatorIsRead() {
    MPIJob job =
        Serialization.unmarshal(
            """
            apiVersion: kubeflow.org/v2beta1
            kind: MPIJob
            metadata:
              name: wf
            status:
              startTime: "2026-11-21T12:00:00Z"
              completionTime: "2026-11-21T12:00:05Z"
              conditions:
              - type: Failed
                status: "True"
                reason: BackoffLimitExceeded/
                message: Job has reached the specified backoff limit
                lastUpdateTime: "2026-11-21T12:00:05Z"
                lastTransitionTime: "2026-11-21T12:00:05Z"
              replicaStatuses:
                Launcher: {failed: 1}
                Worker: {}
            """,
            MPIJob.class);

    assertThat(job.getStatus().getCompletionTime())
        .isEqualTo(ZonedDateTime.parse("2026-11-21T12:00:05Z"));
    assertThat(job.getStatus().getConditions())
        .singleElement()
        .satisfies(
            condition -> {
              assertThat(condition.getType()).isEqualTo("Failed");
              assertThat(condition.getStatus()).isEqualTo("True");
              assertThat(condition.getReason()).isEqualTo("BackoffLimitExceeded/");
            });
    assertThat(job.getStatus().getReplicaStatuses().get("Launcher").getFailed()).isEqualTo(1);
  }
}
