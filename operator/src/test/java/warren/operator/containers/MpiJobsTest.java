package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.operator.containers.Unit.Phase;

final class MpiJobsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                | false | STARTING
          Created=True                      | false | STARTING
          Created=True,Running=True         | false | RUNNING
          Created=True,Running=False        | false | STARTING
          Running=False,Succeeded=True      | true  | SUCCEEDED
          Running=False,Failed=True         | true  | FAILED
          Running=True,Failed=True          | false | RUNNING
          Failed=True                       | false | STARTING
          Running=True,Restarting=True      | false | RUNNING
          Suspended=True                    | false | STARTING
          """)
  void thePhaseIsToldByTheConditionsAndTheCompletionTime(
      String conditions, boolean completed, Phase phase) {
    assertThat(MpiJobs.phase(job(conditions, completed))).isEqualTo(phase);
  }

  @Test
  void anMpiJobWithoutAStatusIsStartingAndNotNoticed() {
    GenericKubernetesResource bare = new GenericKubernetesResource();

    assertThat(MpiJobs.phase(bare)).isEqualTo(Phase.STARTING);
    assertThat(MpiJobs.isNoticed(bare)).isFalse();
    assertThat(MpiJobs.isNoticed(job("Created=True", false))).isTrue();
  }

  @Test
  void aStatusOfAnotherShapeIsNotTrustedAndDoesNoHarm() {
    GenericKubernetesResource odd =
        Serialization.unmarshal(
            "{\"status\":{\"conditions\":\"none\"}}", GenericKubernetesResource.class);

    assertThat(MpiJobs.phase(odd)).isEqualTo(Phase.STARTING);
  }

  @Test
  void theLaunchersNodeIsThatOfTheLaunchersPod() {
    assertThat(
            MpiJobs.launcherNode(List.of(pod("worker", "rabbit-0"), pod("launcher", "rabbit-1"))))
        .contains("rabbit-1");
    assertThat(MpiJobs.launcherNode(List.of(pod("launcher", null)))).isEmpty();
    assertThat(MpiJobs.launcherNode(List.of(new PodBuilder().withNewMetadata().and().build())))
        .isEmpty();
  }

  private static Pod pod(String role, String node) {
    return new PodBuilder()
        .withNewMetadata()
        .withLabels(Map.of("training.kubeflow.org/job-role", role))
        .endMetadata()
        .withNewSpec()
        .withNodeName(node)
        .endSpec()
        .build();
  }

  private static GenericKubernetesResource job(String conditions, boolean completed) {
    List<Map<String, String>> list =
        conditions.isEmpty()
            ? List.of()
            : List.of(conditions.split(",")).stream()
                .map(text -> text.split("=", 2))
                .map(pair -> Map.of("type", pair[0], "status", pair[1]))
                .toList();
    GenericKubernetesResource job = new GenericKubernetesResource();
    job.setAdditionalProperties(
        Map.of(
            "status",
            completed
                ? Map.of("conditions", list, "completionTime", "2026-11-21T10:06:00Z")
                : Map.of("conditions", list)));
    return job;
  }
}
