package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import warren.client.JobDriver;
import warren.client.JobRequest;
import warren.client.StateResult;
import warren.client.WorkflowWatch;
import warren.dw.WorkflowState;
import warren.plan.UserIdentity;

/**
 * A Workflow of a chosen name, driven state by state with the rights of the workload manager; there
 * is no script. Closing it tears it down.
 */
final class DrivenJob implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final KubernetesClient client;
  private final JobDriver driver;
  private final WorkflowWatch watch;
  private final List<String> computes;
  private WorkflowState asked = WorkflowState.PROPOSAL;

  /**
   * Creates it: a container of this profile beside two computes.
   *
   * @throws KubernetesClientException when it is refused
   */
  DrivenJob(TestNamespace namespace, String name, String profile) {
    this(namespace, name, profile, List.of("compute-0", "compute-1"));
  }

  /**
   * Creates it: a container of this profile beside these computes.
   *
   * @throws KubernetesClientException when it is refused
   */
  DrivenJob(TestNamespace namespace, String name, String profile, List<String> computes) {
    this.computes = List.copyOf(computes);
    client = namespace.lab().runnerClient();
    driver =
        create(
            client,
            new JobRequest(
                namespace.name(),
                name,
                "system-tests",
                "1",
                new UserIdentity(Warren.jobUid(), Warren.jobGid()),
                List.of(
                    "#DW jobdw type=gfs2 capacity=1GB name=scratch",
                    "#DW container name=slushy profile="
                        + profile
                        + " DW_JOB_foo_local_storage=scratch")));
    watch = driver.watch();
  }

  private static JobDriver create(KubernetesClient client, JobRequest request) {
    try {
      return JobDriver.create(client, request, InstantSource.system());
    } catch (KubernetesClientException refused) {
      client.close();
      throw refused;
    }
  }

  /** Goes on to this state, through all before it, and waits for it; to Teardown at once. */
  void reach(WorkflowState state) throws InterruptedException {
    for (WorkflowState next : WorkflowState.values()) {
      boolean onTheWay = next.compareTo(asked) >= 0 && next.compareTo(state) < 0;
      if (next == state || (onTheWay && state != WorkflowState.TEARDOWN)) {
        ask(next);
        StateResult result = await(next);
        assertThat(result).as("%s", result).isInstanceOf(StateResult.Ready.class);
      }
    }
  }

  /** Asks for a state, which follows the one that was reached, without waiting for it. */
  void ask(WorkflowState state) {
    if (state == WorkflowState.SETUP) {
      driver.fillComputes(computes);
    }
    if (state != WorkflowState.PROPOSAL) {
      driver.advance(state);
    }
    asked = state;
  }

  /** Waits for a state that was asked for, and until it has failed; what is told then. */
  String failure(WorkflowState state) throws InterruptedException {
    StateResult result = await(state);
    assertThat(result).as("%s", result).isInstanceOf(StateResult.Failed.class);
    return result.toString();
  }

  private StateResult await(WorkflowState state) throws InterruptedException {
    return driver.await(watch, state, PATIENCE);
  }

  @Override
  public void close() {
    try (client;
        watch) {
      driver.delete();
      assertThat(driver.awaitGone(watch, PATIENCE)).as("gone within %s", PATIENCE).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the workflow was removed", e);
    }
  }
}
