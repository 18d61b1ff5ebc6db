package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.api.Workflow;
import warren.names.Labels;

/** The loop as it runs, on a mock of the API server. */
final class LoopTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  /** The Computes before Setup, and at the end of a Teardown each kind of object, once. */
  private static final int READS_OF_A_PASS = 10;

  /**
   * The Computes, which the manager fills just before it asks for Setup; the pinned profile before
   * it is created; and at the end of Teardown each kind of object, for only the API server can say
   * that nothing is left.
   */
  private static final Set<String> LIVE_READS =
      Stream.concat(
              Stream.of("namespaces/default/computes/{workflow}"),
              Stream.of(
                      "namespaces/default/nnfcontainerprofiles",
                      "namespaces/default/jobs",
                      "namespaces/default/pods",
                      "namespaces/default/secrets",
                      "namespaces/default/persistentvolumeclaims",
                      "persistentvolumes",
                      "namespaces/warren-system/rabbitdirectories")
                  .map(path -> path + "?labelSelector=" + Labels.WORKFLOW_UID + "={uid}"))
          .collect(Collectors.toSet());

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
  void aWholeWorkflowReadsLiveOnlyWhatACacheCouldShowWrongly() {
    try (OperatorOnMock operator = new OperatorOnMock()) {
      operator.faults().follow("workflow-x");
      Workflow workflow =
          operator
              .manager()
              .submit(
                  "workflow-x",
                  "#DW jobdw type=gfs2 capacity=1GiB name=data",
                  "#DW container name=app profile=plain DW_JOB_data=data");
      operator.faults().knows("workflow-x", workflow.getMetadata().getUid());
      await().atMost(LONG).until(operator.manager()::areAllGone);

      List<String> requests =
          operator.faults().calls("workflow-x").stream().map(FaultInjector.Call::request).toList();
      assertThat(requests)
          .filteredOn(request -> request.startsWith("GET "))
          .filteredOn(request -> !isOfAnObjectToBeCreated(request, requests))
          .extracting(request -> request.replaceFirst("^GET /apis?/(.*/)?(v[^/]+)/", ""))
          .isSubsetOf(LIVE_READS);
    }
  }

  /** A creation that finds an object of the name reads whose it is. */
  private static boolean isOfAnObjectToBeCreated(String read, List<String> requests) {
    String kind = read.substring("GET ".length(), read.lastIndexOf('/'));
    return requests.contains("POST " + kind);
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
}
