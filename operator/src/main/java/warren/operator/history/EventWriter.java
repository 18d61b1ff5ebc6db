package warren.operator.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.api.Workflow;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.metrics.Metric;
import warren.operator.metrics.OperatorMetrics;

/**
 * Writes Events about Workflows, in a thread of its own: whoever has something to report never
 * waits, and an Event that cannot be written is counted and forgotten.
 */
public final class EventWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);

  static final String CONTROLLER = Labels.DOMAIN + "/operator";

  /** About a megabyte, and what an API server takes within seconds. */
  private static final int LONGEST_QUEUE = 1_000;

  private static final int LONGEST_INSTANCE = 128;
  private static final long LAST_WRITES_SECONDS = 2;

  private final KubernetesClient client;
  private final String instance;
  private final OperatorMetrics metrics;
  private final ThreadPoolExecutor thread;

  /**
   * @param instance the name of this replica's pod
   */
  public EventWriter(KubernetesClient client, String instance, OperatorMetrics metrics) {
    this.client = requireNonNull(client, "client");
    this.instance = instance.substring(0, Math.min(instance.length(), LONGEST_INSTANCE));
    this.metrics = requireNonNull(metrics, "metrics");
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            task -> Thread.ofPlatform().daemon().name("events").unstarted(task));
    for (Result result : Result.values()) {
      metrics.announce(Metric.EVENTS, result.word);
    }
  }

  private enum Result {
    WRITTEN("written"),
    REPEATED("repeated"),
    FAILED("failed"),
    DROPPED("dropped");

    private final String word;

    Result(String word) {
      this.word = word;
    }
  }

  /** Has the Event written soon; returns at once. */
  void write(WorkflowIdentity workflow, EventText text, Instant now) {
    try {
      thread.execute(() -> create(event(workflow, text, now)));
    } catch (RejectedExecutionException e) {
      count(Result.DROPPED);
    }
  }

  /** An Event was left out, as it says what was said already. */
  void leaveOut() {
    count(Result.REPEATED);
  }

  private void create(Event event) {
    try {
      client.events().v1().events().resource(event).create();
      count(Result.WRITTEN);
    } catch (KubernetesClientException e) {
      // The first try arrived, and its answer was lost.
      boolean isThere = ApiFailure.of(ApiRequest.create(event), e) instanceof ApiFailure.Stale;
      count(isThere ? Result.WRITTEN : Result.FAILED);
      LOG.debug("the Event {} is not written: {}", event.getMetadata().getName(), e.getMessage());
    } catch (RuntimeException e) {
      count(Result.FAILED);
      LOG.debug("the Event {} is not written", event.getMetadata().getName(), e);
    }
  }

  private void count(Result result) {
    metrics.count(Metric.EVENTS, result.word);
  }

  private Event event(WorkflowIdentity workflow, EventText text, Instant now) {
    String time = warren.operator.entries.MicroTime.text(now);
    // From what it says, so that a second try of the same write makes no second Event.
    UUID name =
        UUID.nameUUIDFromBytes(
            String.join("\n", workflow.uid(), time, text.reason(), text.note()).getBytes(UTF_8));
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(workflow.namespace())
        .withName(workflow.name() + "." + name)
        .endMetadata()
        .withEventTime(new MicroTime(time))
        .withReportingController(CONTROLLER)
        .withReportingInstance(instance)
        .withAction("Reconcile")
        .withReason(text.reason())
        .withType(text.isWarning() ? "Warning" : "Normal")
        .withNote(text.note())
        .withNewRegarding()
        .withApiVersion(new Workflow().getApiVersion())
        .withKind(new Workflow().getKind())
        .withNamespace(workflow.namespace())
        .withName(workflow.name())
        .withUid(workflow.uid())
        .endRegarding()
        .build();
  }

  /** Writes what waits, for two seconds at most. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_WRITES_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
