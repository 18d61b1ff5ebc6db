package warren.operator.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warren.api.Workflow;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.FakeCluster;
import warren.operator.Fixtures;
import warren.operator.entries.SeenWorkflow;
import warren.operator.metrics.OperatorMetrics;

final class WorkflowHistoryTest {
  private static final String EVENTS = "POST /apis/events.k8s.io/v1/namespaces/default/events";
  private static final Instant NOW = Fixtures.ENTERED.plusSeconds(7);
  private static final Workflow WAITING = preRun("Running", "The containers are being started.");
  private static final Workflow FAILED = preRun("Error", "User error: the image is missing.");

  private final OperatorMetrics metrics = new OperatorMetrics();
  private FakeCluster cluster;
  private EventWriter writer;
  private WorkflowHistory history;

  @BeforeEach
  void open() throws IOException {
    cluster = new FakeCluster();
    writer = new EventWriter(cluster.client(), "warren-operator-x", metrics);
    history = new WorkflowHistory(metrics, writer);
  }

  @AfterEach
  void close() {
    writer.close();
    cluster.close();
  }

  @Test
  void anEventIsAboutTheVeryWorkflow() {
    cluster.has(EVENTS, new Event());

    written(WAITING, FAILED, Map.of());
    writer.close();

    Event event = cluster.received(EVENTS, Event.class);
    assertThat(event.getMetadata().getName()).startsWith("wf.");
    assertThat(event.getMetadata().getNamespace()).isEqualTo("default");
    assertThat(event.getReason()).isEqualTo("Failed");
    assertThat(event.getType()).isEqualTo("Warning");
    assertThat(event.getNote())
        .isEqualTo("PreRun, DW Directive 1: User error: the image is missing.");
    assertThat(event.getReportingController()).isEqualTo("warren.internal/operator");
    assertThat(event.getReportingInstance()).isEqualTo("warren-operator-x");
    assertThat(event.getAction()).isNotBlank();
    assertThat(event.getEventTime().getTime()).isEqualTo("2026-11-21T10:05:07.000000Z");
    assertThat(event.getRegarding().getKind()).isEqualTo("Workflow");
    assertThat(event.getRegarding().getApiVersion())
        .isEqualTo("dataworkflowservices.github.io/v1alpha7");
    assertThat(event.getRegarding().getName()).isEqualTo("wf");
    assertThat(event.getRegarding().getUid()).isEqualTo(Fixtures.UID);
    assertThat(metrics.scrape()).contains("warren_events_total{result=\"written\"} 1.0");
  }

  @Test
  void aWriteThatIsRecordedTwiceMakesOneEvent() {
    cluster.has(EVENTS, new Event());

    written(WAITING, FAILED, Map.of());
    written(WAITING, FAILED, Map.of());
    writer.close();

    assertThat(cluster.requests()).containsExactly(EVENTS);
    assertThat(metrics.scrape()).contains("warren_events_total{result=\"repeated\"} 1.0");
  }

  @Test
  void anEventThatIsRefusedHurtsNobody() {
    cluster.refuses(EVENTS, 403, "forbidden");

    written(WAITING, FAILED, Map.of());
    writer.close();

    assertThat(metrics.scrape())
        .contains("warren_events_total{result=\"failed\"} 1.0")
        .contains("warren_events_total{result=\"written\"} 0.0");
  }

  @Test
  void anEventThatIsThereAlreadyIsWritten() {
    cluster.refuses(EVENTS, 409, "exists");

    written(WAITING, FAILED, Map.of());
    writer.close();

    assertThat(metrics.scrape()).contains("warren_events_total{result=\"written\"} 1.0");
  }

  @Test
  void eventsAfterTheEndAreDropped() {
    writer.close();

    written(WAITING, FAILED, Map.of());

    assertThat(metrics.scrape()).contains("warren_events_total{result=\"dropped\"} 1.0");
  }

  @Test
  void aFailureIsCountedByItsCause() {
    Finding finding = Finding.error(new Code("image-missing"), Blame.INTERNAL, "No image.");

    written(WAITING, FAILED, Map.of(0, List.of(finding)));

    assertThat(metrics.scrape())
        .contains("warren_containers_failed_total{cause=\"image-missing\",state=\"PreRun\"} 1.0")
        .contains(
            "warren_driver_entries_failed_total{blame=\"Internal\",driver=\"warren-containers\","
                + "state=\"PreRun\"} 1.0");
  }

  @Test
  void containersThatStartedAreCounted() {
    written(WAITING, preRun("Completed", null), Map.of());

    assertThat(metrics.scrape()).contains("warren_containers_started_total 1.0");
  }

  @Test
  void aTransientConditionIsCounted() {
    written(WAITING, preRun("TransientCondition", "No answer."), Map.of());

    assertThat(metrics.scrape())
        .contains(
            "warren_driver_entries_retried_total{driver=\"warren-containers\",state=\"PreRun\"}"
                + " 1.0");
  }

  @Test
  void statesAreTimed() {
    written(preRun("Completed", null), Fixtures.in(WorkflowState.POST_RUN), Map.of());

    assertThat(metrics.scrape())
        .contains("warren_workflow_state_seconds_sum{state=\"PreRun\"} 7.0")
        .contains("warren_workflow_state_seconds_count{state=\"PostRun\"} 0");
  }

  private void written(Workflow before, Workflow after, Map<Integer, List<Finding>> failures) {
    history.written(new SeenWorkflow(before), new SeenWorkflow(after), failures, NOW);
  }

  private static Workflow preRun(String status, String message) {
    return Fixtures.in(
        WorkflowState.PRE_RUN,
        Fixtures.entry(Names.CONTAINER_DRIVER, 1, WorkflowState.PRE_RUN, status, message));
  }
}
