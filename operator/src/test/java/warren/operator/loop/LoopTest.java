package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.api.Workflow;
import warren.operator.Fixtures;
import warren.operator.entries.EntryStatus;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;
import warren.operator.entries.WorkflowWriter;
import warren.operator.entries.WorkflowWriter.Written;

/** The loop as it runs, on a mock of the API server. */
final class LoopTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  /** The Computes before Setup, and at the end of a Teardown each kind of object, once. */
  private static final int READS_OF_A_PASS = 10;

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void aPassCostsOneReadingAndAConstantNumberOfReadsWhateverTheDirectives(int directives) {
    try (OperatorOnMock operator = new OperatorOnMock()) {
      operator.faults().follow("workflow-x");
      Workflow workflow =
          operator
              .manager()
              .submit(
                  "workflow-x",
                  IntStream.range(0, directives)
                      .mapToObj(index -> "#DW jobdw type=gfs2 capacity=1GiB name=data-" + index)
                      .toArray(String[]::new));
      operator.faults().knows("workflow-x", workflow.getMetadata().getUid());
      operator.manager().cancel(workflow);
      await().atMost(LONG).until(operator.manager()::areAllGone);

      assertThat(operator.manager().course("workflow-x").reached()).endsWith("Teardown");
      assertThat(operator.readings()).isLessThanOrEqualTo(operator.passes());
      assertThat(reads(operator))
          .as("of %d passes", operator.passes())
          .isLessThanOrEqualTo((long) operator.passes() * READS_OF_A_PASS);
      System.out.printf(
          "%d directives: %d passes, %d readings, %d reads, %d requests%n",
          directives,
          operator.passes(),
          operator.readings(),
          reads(operator),
          operator.faults().calls("workflow-x").size());
    }
  }

  private static long reads(OperatorOnMock operator) {
    return operator.faults().calls("workflow-x").stream()
        .filter(call -> call.request().startsWith("GET "))
        .count();
  }

  @Test
  void aHundredWorkflowsThatAreToldTeardownAtOnceAreTornDown() {
    try (OperatorOnMock operator = new OperatorOnMock()) {
      IntStream.range(0, 100)
          .mapToObj(
              index ->
                  operator
                      .manager()
                      .submit("early-" + index, "#DW jobdw type=gfs2 capacity=1GiB name=data"))
          .forEach(operator.manager()::cancel);

      await().atMost(LONG).until(operator.manager()::areAllGone);

      assertThat(IntStream.range(0, 100))
          .allSatisfy(
              index ->
                  assertThat(operator.manager().course("early-" + index).reached())
                      .endsWith("Teardown"));
      assertThat(operator.leftOvers()).isEmpty();
    }
  }

  @Test
  void whatWasDecidedOfAnotherDesiredStateIsNotWritten() {
    try (MockCluster cluster = new MockCluster()) {
      var client = cluster.client();
      Workflow stored = client.resource(Fixtures.created()).create();
      WorkflowDraft draft = drafted(stored);
      client
          .resource(stored)
          .patch(
              PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"desiredState\":\"Teardown\"}}");

      assertThat(new WorkflowWriter(client).write(new SeenWorkflow(stored), draft))
          .isEqualTo(Written.STALE);
      assertThat(client.resource(stored).get().getStatus()).isNull();
    }
  }

  @Test
  void whatWasDecidedOfAnEarlierWorkflowOfTheNameIsNotWritten() {
    try (MockCluster cluster = new MockCluster()) {
      var client = cluster.client();
      Workflow earlier = client.resource(Fixtures.created()).create();
      WorkflowDraft draft = drafted(earlier);
      client.resource(earlier).delete();
      client.resource(Fixtures.created()).create();

      assertThat(new WorkflowWriter(client).write(new SeenWorkflow(earlier), draft))
          .isEqualTo(Written.STALE);
      assertThat(client.resource(earlier).get().getStatus()).isNull();
    }
  }

  private static WorkflowDraft drafted(Workflow workflow) {
    WorkflowDraft draft = new WorkflowDraft(new SeenWorkflow(workflow));
    draft.tell(EntryStatus.TRANSIENT_CONDITION.word(), "a late word");
    return draft;
  }
}
