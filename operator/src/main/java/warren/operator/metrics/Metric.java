package warren.operator.metrics;

import java.util.List;

/**
 * Every metric of Warren's own, with its labels. Those of the Java runtime and of the Java Operator
 * SDK come besides, under {@code jvm_}, {@code process_}, {@code system_} and {@code
 * operator_sdk_}.
 */
public enum Metric {
  WORKFLOWS(
      Kind.GAUGE,
      "warren.workflows",
      "Workflows in the operator's cache, by state and status; status is 'Ready' when the state is"
          + " ready",
      "state",
      "status"),
  READY_TIME(
      Kind.TIMER,
      "warren.workflow.ready",
      "Time from entering a state until the state was ready",
      "state"),
  STATE_TIME(
      Kind.TIMER,
      "warren.workflow.state",
      "Time from entering a state until leaving the state, the manager's time included",
      "state"),
  ENTRIES_FAILED(
      Kind.COUNTER,
      "warren.driver.entries.failed",
      "Driver entries that failed, by who can fix the cause: User, WLM or Internal",
      "driver",
      "state",
      "blame"),
  ENTRIES_RETRIED(
      Kind.COUNTER,
      "warren.driver.entries.retried",
      "Driver entries that met a transient condition and are tried again",
      "driver",
      "state"),
  CONTAINERS_STARTED(
      Kind.COUNTER,
      "warren.containers.started",
      "Container directives all of whose containers started"),
  CONTAINERS_FAILED(
      Kind.COUNTER,
      "warren.containers.failed",
      "Container directives that failed, by state and cause; the cause is the code of the finding",
      "state",
      "cause"),
  STORAGE_VOLUMES(
      Kind.GAUGE,
      "warren.storage.volumes",
      "PersistentVolumes of workflows, by what holds the data: 'directory' or a CSI driver",
      "kind"),
  STORAGE_REQUESTED(
      Kind.GAUGE,
      "warren.storage.requested.bytes",
      "Capacity that the directives of these volumes asked for",
      "kind"),
  API_REQUESTS(
      Kind.COUNTER,
      "warren.api.requests",
      "Requests to the API server, by verb, resource and HTTP status; code is 'none' when no answer"
          + " came",
      "verb",
      "resource",
      "code"),
  ADMISSION_ANSWERS(
      Kind.COUNTER,
      "warren.admission.answers",
      "Answers of the admission webhooks: 'allowed', 'refused', or 'failed' because of a defect",
      "review",
      "answer"),
  SWEEPS(
      Kind.TIMER,
      "warren.sweeps",
      "Runs of a periodic task, by result: 'done' or 'failed'",
      "sweep",
      "result"),
  ORPHANS(
      Kind.COUNTER,
      "warren.orphans",
      "Left-over storage that a sweep found: 'removed', 'waiting', 'failed', or 'foreign' when its"
          + " directories are not below the operator's storage roots",
      "finding"),
  EVENTS(
      Kind.COUNTER,
      "warren.events",
      "Kubernetes Events on Workflows: 'written', 'repeated' (left out), 'failed', or 'dropped'"
          + " because too many waited",
      "result"),
  LEADER(Kind.GAUGE, "warren.leader", "1 in the replica that leads, 0 in the others");

  /** What a metric is to Prometheus. */
  enum Kind {
    /** A value that goes up and down. */
    GAUGE(""),
    /** A number that only grows; its name ends in {@code _total}. */
    COUNTER("_total"),
    /**
     * A histogram of seconds: {@code _seconds_bucket}, {@code _seconds_sum}, {@code
     * _seconds_count}.
     */
    TIMER("_seconds");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }
  }

  private final Kind kind;
  private final String id;
  private final String help;

  /** Joined by commas. */
  private final String labels;

  Metric(Kind kind, String id, String help, String... labels) {
    this.kind = kind;
    this.id = id;
    this.help = help;
    this.labels = String.join(",", labels);
  }

  Kind kind() {
    return kind;
  }

  /** The name in micrometer's spelling, such as {@code warren.workflows}. */
  String id() {
    return id;
  }

  String help() {
    return help;
  }

  /** The names of the labels, in the order in which values are given. */
  public List<String> labels() {
    return labels.isEmpty() ? List.of() : List.of(labels.split(","));
  }

  /** The name in Prometheus's spelling, such as {@code warren_api_requests_total}. */
  public String prometheusName() {
    return id.replace('.', '_') + kind.suffix;
  }
}
