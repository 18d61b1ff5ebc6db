package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import warren.api.SystemConfiguration;
import warren.dw.WorkflowState;

/** A Rabbit of the SystemConfiguration that is no node of the cluster. */
@Isolated("it changes the SystemConfiguration, which all jobs read")
@Order(Integer.MAX_VALUE)
@ExtendWith(Lab.Extension.class)
class MissingNodeTest {
  private static final String PROFILE = "missing-node-until-told";
  private static final PatchContext PATCH = PatchContext.of(PatchType.JSON);

  private final Lab lab;
  private final TestNamespace namespace;

  MissingNodeTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @BeforeAll
  static void profile(Lab lab) {
    new Profiles(lab).putUntilTold(PROFILE);
  }

  @Test
  void aJobOnARabbitThatIsNoNodeFailsInSetupBeforeAnyPodPends() throws InterruptedException {
    change(
        """
        [{"op": "add", "path": "/spec/storageNodes/-", "value":
          {"type": "Rabbit", "name": "rabbit-9",
           "computesAccess": [{"name": "compute-9", "index": 0}]}}]""");
    try (DrivenJob job =
        new DrivenJob(namespace, "missing-node", PROFILE, List.of("compute-0", "compute-9"))) {
      job.reach(WorkflowState.PROPOSAL);
      job.ask(WorkflowState.SETUP);

      assertThat(job.failure(WorkflowState.SETUP))
          .contains("The Rabbit rabbit-9 is not a node of the cluster.");
      assertThat(lab.client().pods().inNamespace(namespace.name()).list().getItems()).isEmpty();
    } finally {
      change("[{\"op\": \"remove\", \"path\": \"/spec/storageNodes/2\"}]");
    }
  }

  private void change(String patch) {
    lab.client()
        .resources(SystemConfiguration.class)
        .inNamespace("default")
        .withName("default")
        .patch(PATCH, patch);
  }
}
