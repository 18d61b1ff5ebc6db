package warren.operator.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.entries.Entry;
import warren.operator.entries.SeenWorkflow;
import warren.operator.history.EventTexts.About;
import warren.operator.history.WorkflowChange.Left;
import warren.operator.history.WorkflowChange.Progress;
import warren.operator.metrics.Metric;
import warren.operator.metrics.OperatorMetrics;

/** Has each write of a Workflow become Events and counts. Never fails, and never waits. */
public final class WorkflowHistory implements WriteObserver {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowHistory.class);
  private static final String UNKNOWN = "unknown";

  private final OperatorMetrics metrics;
  private final EventWriter events;
  private final EventLimit limit = new EventLimit();

  public WorkflowHistory(OperatorMetrics metrics, EventWriter events) {
    this.metrics = requireNonNull(metrics, "metrics");
    this.events = requireNonNull(events, "events");
    for (WorkflowState state : WorkflowState.values()) {
      metrics.announce(Metric.READY_TIME, state.word());
      metrics.announce(Metric.STATE_TIME, state.word());
    }
    metrics.announce(Metric.CONTAINERS_STARTED);
  }

  @Override
  public void written(
      SeenWorkflow before, SeenWorkflow after, Map<Integer, List<Finding>> failures, Instant now) {
    try {
      List<WorkflowChange> changes = WorkflowChanges.between(before, after, now);
      changes.forEach(change -> count(change, failures));
      for (About about : EventTexts.of(changes)) {
        if (limit.admits(after.identity().uid(), about)) {
          events.write(after.identity(), about.text(), now);
        } else {
          events.leaveOut();
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: events and metrics of a write are lost", after.told(), e);
    }
  }

  @Override
  public void forget(String uid) {
    limit.forget(uid);
  }

  private void count(WorkflowChange change, Map<Integer, List<Finding>> failures) {
    switch (change) {
      case WorkflowChange.Entered entered -> entered.left().ifPresent(this::count);
      case WorkflowChange.Released released -> count(released.left());
      case WorkflowChange.Ready ready ->
          metrics.record(Metric.READY_TIME, ready.after(), ready.state().word());
      case WorkflowChange.EntryReported reported ->
          count(
              reported.entry(),
              reported.progress(),
              failures.getOrDefault(reported.entry().position(), List.of()));
      case WorkflowChange.WorkflowReported workflow -> {
        // Entries are counted; the workflow's message only repeats them.
      }
    }
  }

  private void count(Left left) {
    metrics.record(Metric.STATE_TIME, left.after(), left.state().word());
  }

  private void count(Entry entry, Progress progress, List<Finding> findings) {
    boolean isOfContainers = entry.driver().equals(Names.CONTAINER_DRIVER);
    String state = entry.state().word();
    switch (progress) {
      case FAILED -> {
        metrics.count(
            Metric.ENTRIES_FAILED,
            entry.driver(),
            state,
            findings.stream().map(f -> f.blame().word()).findFirst().orElse(UNKNOWN));
        if (isOfContainers) {
          metrics.count(
              Metric.CONTAINERS_FAILED,
              state,
              findings.stream().map(f -> f.code().value()).findFirst().orElse(UNKNOWN));
        }
      }
      case RETRYING -> metrics.count(Metric.ENTRIES_RETRIED, entry.driver(), state);
      case COMPLETED -> {
        if (isOfContainers && entry.state() == WorkflowState.PRE_RUN) {
          metrics.count(Metric.CONTAINERS_STARTED);
        }
      }
      case WAITING, WARNED -> {
        // Waiting is normal; what failed while the script ran is counted in PostRun.
      }
    }
  }
}
