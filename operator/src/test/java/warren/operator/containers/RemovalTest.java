package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.containers.Containers.ended;
import static warren.operator.containers.Containers.job;
import static warren.operator.containers.Containers.running;
import static warren.operator.containers.Containers.terminated;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import org.junit.jupiter.api.Test;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;

final class RemovalTest {
  private static final Job JOB = job("rabbit-0", running());

  @Test
  void jobsAreDeletedBeforeTheirPodsWhichTheyWouldMakeAnew() {
    Pod pod = terminated("rabbit-0", 0, "");

    assertThat(Removal.decide(List.of(JOB), List.of(pod), List.of()).actions())
        .isEqualTo(List.of(new Action.Delete(JOB), new Action.Delete(pod)));
  }

  @Test
  void whatIsGoingIsNotDeletedAgain() {
    Job going = job("rabbit-0", running());
    going.getMetadata().setDeletionTimestamp("2026-11-21T10:06:00Z");
    Pod ending = terminated("rabbit-0", 0, "");
    ending.getMetadata().setDeletionTimestamp("2026-11-21T10:06:00Z");

    assertThat(Removal.decide(List.of(going), List.of(ending), List.of()).actions()).isEmpty();
  }

  @Test
  void nobodyWaitsForTheKubeletOfAPodWhoseContainersHaveEnded() {
    Pod pod = ended("rabbit-0", 0);
    List<Action> atOnce = List.of(new Action.Delete(pod, true));

    assertThat(Removal.decide(List.of(), List.of(pod), List.of()).actions()).isEqualTo(atOnce);
    pod.getMetadata().setDeletionTimestamp("2026-11-21T10:06:00Z");
    pod.getMetadata().setDeletionGracePeriodSeconds(30L);
    assertThat(Removal.decide(List.of(), List.of(pod), List.of()).actions()).isEqualTo(atOnce);
    pod.getMetadata().setDeletionGracePeriodSeconds(0L);
    assertThat(Removal.decide(List.of(), List.of(pod), List.of()).actions()).isEmpty();
  }

  @Test
  void itIsDoneOnlyWhenThePodsAreGoneToo() {
    assertThat(
            Removal.decide(List.of(), List.of(terminated("rabbit-0", 0, "")), List.of()).outcome())
        .isInstanceOf(Outcome.Wait.class);
    assertThat(Removal.decide(List.of(), List.of(), List.of())).isEqualTo(Decision.done());
  }

  @Test
  void podsThatLostTheirOwnerAreDeletedThemselves() {
    Pod orphan = terminated("rabbit-0", 0, "");

    assertThat(Removal.decide(List.of(), List.of(orphan), List.of()).actions())
        .isEqualTo(List.of(new Action.Delete(orphan)));
  }

  @Test
  void copiesOfPullSecretsGoAtOnceAlsoWhenANodeKeepsItsPods() {
    Secret secret =
        new SecretBuilder().withNewMetadata().withName("wf-1-pull-pull").endMetadata().build();
    Action deleted = new Action.Delete(secret);

    assertThat(Removal.decide(List.of(), List.of(), List.of(secret)))
        .isEqualTo(Decision.done().with(List.of(deleted)));
    assertThat(
            Removal.decide(List.of(), List.of(terminated("rabbit-0", 0, "")), List.of(secret))
                .actions())
        .contains(deleted);
  }
}
