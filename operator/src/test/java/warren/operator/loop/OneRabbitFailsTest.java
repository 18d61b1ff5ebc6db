package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.dw.WorkflowState;

/** A job on two Rabbits whose containers fail on one of them. */
final class OneRabbitFailsTest {
  @ParameterizedTest
  @EnumSource(
      value = WorkflowState.class,
      names = {"PRE_RUN", "POST_RUN"})
  void theContainersOfTheOtherRabbitAreStopped(WorkflowState state) {
    try (OperatorOnMock operator = new OperatorOnMock(List.of("compute-0", "compute-1"))) {
      Set<String> stopped = stoppedJobs(operator);
      operator.kubelets().fail("rabbit-0", state);
      runJob(operator);

      assertThat(operator.manager().course("two").reached())
          .anySatisfy(
              reached ->
                  assertThat(reached).startsWith("Error in " + state.word()).contains("rabbit-0"));
      await().untilAsserted(() -> assertThat(stopped).containsExactly("two-rabbit-1"));
      assertThat(operator.leftOvers()).isEmpty();
    }
  }

  @Test
  void whatRunsOnOneRabbitIsStoppedWhenTheOthersJobIsRefused() {
    try (OperatorOnMock operator = new OperatorOnMock(List.of("compute-0", "compute-1"))) {
      Set<String> stopped = stoppedJobs(operator);
      Resource<Job> foreign =
          operator
              .admin()
              .resource(
                  new JobBuilder()
                      .withNewMetadata()
                      .withNamespace(OperatorOnMock.NAMESPACE)
                      .withName("two-rabbit-1")
                      .endMetadata()
                      .withNewSpec()
                      .endSpec()
                      .build());
      foreign.create();
      runJob(operator);

      assertThat(operator.manager().course("two").reached())
          .anySatisfy(
              reached ->
                  assertThat(reached)
                      .startsWith("Error in PreRun")
                      .contains("Job two-rabbit-1 in namespace default exists already"));
      await().untilAsserted(() -> assertThat(stopped).containsExactly("two-rabbit-0"));
      foreign.delete();
      assertThat(operator.leftOvers()).isEmpty();
    }
  }

  /** Runs the job {@code two} from its submission until nothing of it is left. */
  private static void runJob(OperatorOnMock operator) {
    operator
        .manager()
        .submit(
            "two",
            "#DW jobdw type=gfs2 capacity=1GiB name=data",
            "#DW container name=app profile=plain DW_JOB_data=data");
    await().atMost(Duration.ofMinutes(1)).until(operator.manager()::areAllGone);
  }

  /** The names of the Jobs that are ever given a deadline, which is how the operator stops them. */
  private static Set<String> stoppedJobs(OperatorOnMock operator) {
    Set<String> stopped = ConcurrentHashMap.newKeySet();
    operator
        .admin()
        .batch()
        .v1()
        .jobs()
        .inAnyNamespace()
        .inform(
            new ResourceEventHandler<>() {
              @Override
              public void onAdd(Job job) {
                note(job);
              }

              @Override
              public void onUpdate(Job before, Job job) {
                note(job);
              }

              @Override
              public void onDelete(Job job, boolean unknown) {
                note(job);
              }

              private void note(Job job) {
                if (job.getSpec().getActiveDeadlineSeconds() != null) {
                  stopped.add(job.getMetadata().getName());
                }
              }
            });
    return stopped;
  }
}
