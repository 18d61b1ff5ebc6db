package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import warren.cli.demo.PullSecret;
import warren.cluster.Registry;
import warren.dw.WorkflowState;

/**
 * Whenever the operator is killed or away, it finishes what it began, and nothing of the job stays;
 * nor does the copy of a pull secret, which goes first.
 */
@Isolated("it kills the operator, which all others need")
@Order(Integer.MAX_VALUE)
@ExtendWith(Lab.Extension.class)
class OperatorKillsTest {
  private static final String SECRET = "operator-kills";
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Lab lab;
  private final TestNamespace namespace;
  private final OperatorControl operator;

  OperatorKillsTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
    this.operator = new OperatorControl(lab);
  }

  @BeforeEach
  void profilesAndSecret() {
    operator.awaitAdmission();
    Profiles profiles = new Profiles(lab);
    profiles.putUntilTold("until-told");
    profiles.putUntilKilled("pulls", SECRET);
    profiles.putNeverReady("never-up", PullSecret.NAME, 15);
    profiles.putNeverReady("pulls-never-ready", SECRET, 600);
    Registry registry = lab.cluster().registry();
    lab.client()
        .resource(PullSecret.of("nnf-system", SECRET, registry, registry.password()))
        .forceConflicts()
        .serverSideApply();
  }

  @Test
  void killedInPreRunItStillKeepsTheDeadlineAndTakesTheSecretAway() throws InterruptedException {
    try (DrivenJob job = new DrivenJob(namespace, "killed", "pulls-never-ready")) {
      job.reach(WorkflowState.DATA_IN);
      job.ask(WorkflowState.PRE_RUN);
      await().atMost(PATIENCE).until(() -> copyOf("killed") != null);
      long begin = System.nanoTime();
      Warren run = Warren.run(namespace, Script.withProfile("never-up", "true"));
      run.awaitWaiting("PreRun", PATIENCE);
      operator.kill();

      job.reach(WorkflowState.TEARDOWN);
      assertThat(copyOf("killed")).isNull();
      assertThat(run.exitStatus(PATIENCE)).as(run.output()).isNotZero();
      assertThat(run.output()).contains("15 s");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(12));
    }
    namespace.awaitNothingLeft(PATIENCE);
  }

  @Test
  void killedInTeardownItFinishesItAndTakesTheSecretAway() throws InterruptedException {
    try (DrivenJob job = new DrivenJob(namespace, "killed", "pulls")) {
      job.reach(WorkflowState.PRE_RUN);
      Warren run =
          Warren.run(namespace, Script.withProfile("until-told", "touch $DW_JOB_scratch/stop"));
      run.awaitWaiting("Teardown", PATIENCE);
      job.ask(WorkflowState.TEARDOWN);
      operator.kill();

      job.reach(WorkflowState.TEARDOWN);
      assertThat(copyOf("killed")).isNull();
      assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    }
    namespace.awaitNothingLeft(PATIENCE);
  }

  @Test
  void aWorkflowDeletedWithoutTheOperatorGoesWhenItIsBack() {
    Warren run = Warren.run(namespace, Script.withProfile("never-up", "true"));
    run.awaitWaiting("PreRun", PATIENCE);
    operator.stop();
    lab.cluster()
        .kubectl(List.of("-n", namespace.name(), "delete", "workflows", "--all", "--wait=false"))
        .orThrow("the workflow could not be deleted");
    assertThat(
            lab.cluster()
                .kubectl(List.of("-n", namespace.name(), "get", "workflows", "-o", "name")))
        .extracting(result -> result.stdout().strip())
        .as("its finalizer keeps it")
        .isNotEqualTo("");
    operator.start();
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isNotZero();
    operator.awaitAdmission();
    // Its own pod is another one now.
    namespace.awaitNothingLeft(
        PATIENCE, left -> left.startsWith("Pod warren-system/warren-operator-"));
  }

  private Secret copyOf(String workflow) {
    return lab.client()
        .secrets()
        .inNamespace(namespace.name())
        .withName(workflow + "-1-pull-" + SECRET)
        .get();
  }
}
