package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.loop.SinglePass.storageDriver;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import warren.api.Computes;
import warren.api.Workflow;
import warren.operator.decision.Decision;

/** A pass over a workflow that has changed, or was replaced, since the pass looked at it. */
final class LatePassTest {
  private static final String DIRECTIVE = "#DW jobdw type=gfs2 capacity=1GiB name=data";

  private final MockCluster cluster = new MockCluster();
  private final KubernetesClient client = cluster.client();
  private final List<String> observed = new ArrayList<>();
  private final SinglePass pass =
      SinglePass.of(
          client,
          (before, after, failures, now) -> observed.add(after.told()),
          storageDriver(entry -> Decision.done()));

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void whatWasDecidedOfAnEarlierDesiredStateIsNotWritten() {
    Workflow seen = client.resource(workflow("first")).create();
    client
        .resource(seen)
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"desiredState\":\"Teardown\"}}");
    Workflow asked = stored();

    Map<String, Instant> alarms = pass.over(seen);

    assertThat(stored()).isEqualTo(asked);
    assertThat(stored().getStatus()).isNull();
    assertThat(observed).isEmpty();
    assertThat(alarms).as("the pass is made again").containsKey("write-again");

    pass.over(stored());
    assertThat(stored().getStatus().state()).isEqualTo("Teardown");
    assertThat(observed).containsExactly("default/wf");
  }

  @Test
  void aLaterWorkflowOfTheSameNameIsNotWrittenTo() {
    Workflow earlier = client.resource(workflow("first")).create();
    client.resource(earlier).delete();
    Workflow later = client.resource(workflow("second")).create();
    assertThat(later.getMetadata().getUid()).isNotEqualTo(earlier.getMetadata().getUid());

    pass.over(earlier);

    assertThat(stored()).isEqualTo(later);
    assertThat(observed).isEmpty();
    assertThat(client.resources(Computes.class).inNamespace("default").withName("wf").get())
        .satisfies(
            computes ->
                assertThat(computes.getMetadata().getOwnerReferences())
                    .extracting(OwnerReference::getUid)
                    .as("the garbage collector deletes what the late pass created")
                    .containsExactly(earlier.getMetadata().getUid()));
  }

  private static Workflow workflow(String uid) {
    Workflow workflow = WorkloadManager.workflow("default", "wf", DIRECTIVE);
    workflow.getMetadata().setUid(uid);
    return workflow;
  }

  private Workflow stored() {
    return client.resources(Workflow.class).inNamespace("default").withName("wf").get();
  }
}
