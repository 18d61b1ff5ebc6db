package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.entry;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.names.Labels;
import warren.names.Names;
import warren.operator.Fixtures;
import warren.operator.decision.Decision;
import warren.operator.driver.Driver;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;

/** What drivers tell while the job's script runs. */
final class NewsTest {
  private static final Finding FIRE =
      Finding.error(new Code("fire"), Blame.USER, "The disk is on fire.");
  private static final Instant AGAIN = SinglePass.NOW.plusSeconds(5);

  private final MockCluster cluster = new MockCluster();
  private final KubernetesClient client = cluster.client();
  private final List<String> written = new ArrayList<>();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void newsAreWrittenOnceAndTheStateStaysReady() {
    Workflow workflow = client.resource(scriptRuns(WorkflowState.PRE_RUN)).create();
    SinglePass pass = pass(Decision.done(List.of(FIRE)).annotate(Labels.END_JOB, "0"));

    pass.over(workflow);

    assertThat(stored().getStatus().isReady()).isTrue();
    assertThat(stored().getStatus().status()).isEqualTo("Completed");
    assertThat(stored().getStatus().message())
        .isEqualTo("DW Directive 0: User error: The disk is on fire.");
    assertThat(stored().getStatus().drivers().getFirst().isCompleted()).isTrue();
    assertThat(stored().getStatus().drivers().getFirst().error()).isNull();
    assertThat(stored().getMetadata().getAnnotations()).containsEntry(Labels.END_JOB, "0");
    pass.over(stored());
    assertThat(written).hasSize(1);
  }

  @Test
  void whoWaitsIsAskedAgainAndNothingIsTold() {
    Workflow workflow = client.resource(scriptRuns(WorkflowState.PRE_RUN)).create();

    Map<String, Instant> alarms = pass(Decision.waitFor("Looks.", AGAIN)).over(workflow);

    assertThat(alarms).containsValue(AGAIN);
    assertThat(written).isEmpty();
  }

  @Test
  void noOtherStateIsFollowed() {
    Workflow workflow = client.resource(scriptRuns(WorkflowState.SETUP)).create();

    pass(Decision.done(List.of(FIRE))).over(workflow);

    assertThat(written).isEmpty();
  }

  private static Workflow scriptRuns(WorkflowState state) {
    Workflow workflow =
        Fixtures.in(state, entry(Names.STORAGE_DRIVER, 0, state, "Completed", null));
    WorkflowStatus s = workflow.getStatus();
    workflow.setStatus(
        new WorkflowStatus(
            s.state(),
            true,
            "Completed",
            null,
            s.env(),
            s.drivers(),
            s.computes(),
            s.desiredStateChange(),
            null,
            null));
    return workflow;
  }

  private SinglePass pass(Decision followed) {
    return SinglePass.of(
        client,
        (before, after, failures, now) -> written.add(after.message().orElse("")),
        new Driver() {
          @Override
          public String id() {
            return Names.STORAGE_DRIVER;
          }

          @Override
          public Decision decide(WorkflowSnapshot snapshot, Entry entry, Instant now) {
            throw new IllegalStateException("the entry is completed");
          }

          @Override
          public Decision follow(WorkflowSnapshot snapshot, Entry entry, Instant now) {
            return followed;
          }
        });
  }

  private Workflow stored() {
    return client
        .resources(Workflow.class)
        .inNamespace(Fixtures.IDENTITY.namespace())
        .withName(Fixtures.IDENTITY.name())
        .get();
  }
}
