package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.client.JobDriver;
import warren.client.JobRequest;
import warren.client.StateResult;
import warren.client.WorkflowWatch;
import warren.dw.WorkflowState;
import warren.plan.UserIdentity;

/** A Workflow that is deleted, in whatever state, takes everything with it. */
@ExtendWith(Lab.Extension.class)
class DeletionsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Lab lab;
  private final TestNamespace namespace;

  DeletionsTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @BeforeAll
  static void profile(Lab lab) {
    new Profiles(lab)
        .put(
            "told-to-stop",
            Profiles.IMAGE,
            "readonly-red-rock-slushy",
            "retryLimit: 0\npostRunTimeoutSeconds: 0",
            List.of("/bin/sh", "-c", "sleep 1000"));
  }

  @ParameterizedTest(name = "deleted in {0}")
  @EnumSource(WorkflowState.class)
  void aDeletedWorkflowTakesEverythingWithIt(WorkflowState last) throws InterruptedException {
    JobRequest request =
        new JobRequest(
            namespace.name(),
            "deleted-in-" + last.word().toLowerCase(Locale.ROOT),
            "system-tests",
            "1",
            new UserIdentity(Warren.jobUid(), Warren.jobGid()),
            List.of(
                "#DW jobdw type=gfs2 capacity=1GB name=scratch",
                "#DW container name=slushy profile=told-to-stop DW_JOB_foo_local_storage=scratch"));
    try (KubernetesClient client = lab.runnerClient()) {
      JobDriver driver = JobDriver.create(client, request, InstantSource.system());
      try (WorkflowWatch watch = driver.watch()) {
        for (WorkflowState state : WorkflowState.values()) {
          if (state != WorkflowState.PROPOSAL) {
            driver.advance(state);
          }
          if (state == last) {
            break; // in the middle of it, not when it is reached
          }
          assertThat(driver.await(watch, state, PATIENCE)).isInstanceOf(StateResult.Ready.class);
          if (state == WorkflowState.PROPOSAL) {
            driver.fillComputes(List.of("compute-0", "compute-1"));
          }
        }
        lab.cluster()
            .kubectl(
                List.of(
                    "-n", namespace.name(), "delete", "workflow", request.name(), "--wait=false"))
            .orThrow("the workflow could not be deleted");
        assertThat(driver.awaitGone(watch, PATIENCE)).as("gone within %s", PATIENCE).isTrue();
      }
    }
    namespace.awaitNothingLeft(PATIENCE);
  }
}
