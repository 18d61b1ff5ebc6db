package warren.operator.entries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import warren.api.DriverEntry;
import warren.api.ResourceReference;
import warren.api.Workflow;
import warren.dw.Blame;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.decision.Outcome;

/** What a Workflow shall be after a pass of the operator. */
public final class WorkflowDraft {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SeenWorkflow stored;
  private final List<Entry> entries;
  private final Map<Integer, List<Finding>> failures = new LinkedHashMap<>();
  private JsonNode before;
  private ObjectNode after;

  /** A draft that changes nothing yet. */
  public WorkflowDraft(SeenWorkflow seen) {
    this.stored = seen;
    this.entries = new ArrayList<>(seen.entries());
  }

  /** The entries of a state in their order, as drafted so far. */
  public List<Entry> entriesOf(WorkflowState state) {
    return entries.stream().filter(entry -> entry.state() == state).toList();
  }

  /** The value of an annotation of the Workflow, as drafted so far. */
  public Optional<String> annotation(String key) {
    return after == null
        ? stored.annotation(key)
        : Optional.ofNullable(after.path("metadata").path("annotations").get(key))
            .map(JsonNode::asText);
  }

  /**
   * The Workflow as it would be. Reads the whole draft anew: to be called once a step, never once
   * an entry.
   */
  public SeenWorkflow seen() {
    if (after == null) {
      return stored;
    }
    try {
      return new SeenWorkflow(JSON.treeToValue(after, Workflow.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a draft is a Workflow", e);
    }
  }

  /** The JSON Patch that makes it so; empty when nothing changes. */
  public ArrayNode patch() {
    return after == null ? JSON.createArrayNode() : WorkflowPatch.between(before, after);
  }

  /** Keeps the Workflow until nothing of it is left. */
  public void addFinalizer() {
    metadata().withArray("finalizers").add(Names.FINALIZER);
  }

  /** Lets the Workflow go. */
  public void removeFinalizer() {
    ArrayNode finalizers = metadata().withArray("finalizers");
    List<JsonNode> others =
        StreamSupport.stream(finalizers.spliterator(), false)
            .filter(name -> !Names.FINALIZER.equals(name.asText()))
            .toList();
    finalizers.removeAll().addAll(others);
  }

  /** Adds annotations of the Workflow. */
  public void annotate(Map<String, String> annotations) {
    if (!annotations.isEmpty()) {
      ObjectNode there = metadata().withObjectProperty("annotations");
      annotations.forEach(there::put);
    }
  }

  /** Begins a state. */
  public void enter(WorkflowState state, Instant now) {
    status()
        .put("state", state.word())
        .put("ready", false)
        .put("status", EntryStatus.DRIVER_WAIT.word())
        .put("desiredStateChange", MicroTime.text(now))
        .remove("message");
    ObjectNode spec = after().withObject("/spec");
    if (spec.path("forceReady").asBoolean()) {
      spec.put("forceReady", false);
    }
  }

  /**
   * Registers what there is to be done for the directives, and by whom. Entries that are there
   * already were not registered by the operator, and are dropped: one could be completed.
   */
  public void register(List<DriverEntry> registered) {
    ArrayNode drivers = status().putArray("drivers");
    entries.clear();
    for (DriverEntry entry : registered) {
      Entry.of(drivers.size(), entry).ifPresent(entries::add);
      drivers.add(JSON.<JsonNode>valueToTree(entry));
    }
  }

  /** Adds variables for the job's processes. */
  public void env(Map<String, String> env) {
    if (!env.isEmpty()) {
      ObjectNode there = status().withObjectProperty("env");
      env.forEach(there::put);
    }
  }

  /** Where the computes are. */
  public void computes(ResourceReference reference) {
    status().set("computes", JSON.valueToTree(reference));
  }

  /** How far the whole workflow is; a blank message means none. */
  public void tell(String status, String message) {
    status().put("status", status);
    if (message.isBlank()) {
      status().remove("message");
    } else {
      status().put("message", message);
    }
  }

  /** The state has been reached. */
  public void reached(Instant now, String elapsed) {
    status()
        .put("ready", true)
        .put("readyChange", MicroTime.text(now))
        .put("elapsedTimeLastState", elapsed);
  }

  /** The findings of the entries that failed, by their position in {@code status.drivers}. */
  public Map<Integer, List<Finding>> failures() {
    return Collections.unmodifiableMap(failures);
  }

  /** How far the driver of this entry is. */
  public void entry(Entry entry, Outcome outcome, Instant now) {
    ObjectNode there = (ObjectNode) status().withArray("drivers").get(entry.position());
    switch (outcome) {
      case Outcome.Done done -> {
        there.put("status", EntryStatus.COMPLETED.word()).put("completed", true);
        there.put("completeTime", MicroTime.text(now)).remove(List.of("message", "error"));
        env(done.env());
        become(entry, EntryStatus.COMPLETED, Optional.empty());
        news(entry, done.news());
      }
      case Outcome.Wait wait -> {
        there.put("status", EntryStatus.RUNNING.word()).put("message", wait.reason());
        there.remove("error");
        become(entry, EntryStatus.RUNNING, Optional.of(wait.reason()));
      }
      case Outcome.Retry retry -> {
        String message = message(retry);
        there.put("status", EntryStatus.TRANSIENT_CONDITION.word()).put("message", message);
        there.put("error", error(List.of(retry.finding())));
        become(entry, EntryStatus.TRANSIENT_CONDITION, Optional.of(message));
      }
      case Outcome.Fail fail -> {
        String message = message(fail.findings());
        there.put("status", EntryStatus.ERROR.word()).put("message", message);
        there.put("error", error(fail.findings()));
        become(entry, EntryStatus.ERROR, Optional.of(message));
        failures.put(entry.position(), fail.findings());
      }
    }
  }

  /**
   * What the user has to know of an entry that is completed; findings that are known do nothing.
   */
  public void news(Entry entry, List<Finding> news) {
    String message = message(news);
    if (!news.isEmpty() && !entry.message().equals(Optional.of(message))) {
      ObjectNode there = (ObjectNode) status().withArray("drivers").get(entry.position());
      there.put(
          "message", message); // and no error: the resource's rules want none where all is done
      become(entry, EntryStatus.COMPLETED, Optional.of(message));
    }
  }

  private void become(Entry entry, EntryStatus progress, Optional<String> message) {
    boolean completed = progress == EntryStatus.COMPLETED;
    entries.replaceAll(
        other ->
            other.position() == entry.position()
                ? new Entry(
                    entry.position(),
                    entry.driver(),
                    entry.directive(),
                    entry.state(),
                    progress,
                    completed,
                    message)
                : other);
  }

  /** What went wrong, since when, and when it is tried again. */
  public static String message(Outcome.Retry retry) {
    return "%s Since %s, tried again at %s."
        .formatted(message(List.of(retry.finding())), second(retry.since()), second(retry.again()));
  }

  private static String second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Findings as a driver tells them: whose error it is, and the sentence; one a line. */
  public static String message(List<Finding> findings) {
    return lines(findings, Blame::word, Finding::sentence);
  }

  /**
   * Findings as an administrator has them in {@code drivers[].error}, one a line: the detail, or
   * the sentence where there is none; DWS writes the kind in lower case here.
   */
  private static String error(List<Finding> findings) {
    return lines(
        findings,
        blame -> blame.word().toLowerCase(Locale.ROOT),
        finding -> finding.detail().orElseGet(finding::sentence));
  }

  private static String lines(
      List<Finding> findings, Function<Blame, String> kind, Function<Finding, String> text) {
    return findings.stream()
        .map(
            finding ->
                (finding.isError() ? kind.apply(finding.blame()) + " error: " : "Warning: ")
                    + text.apply(finding))
        .collect(Collectors.joining("\n"));
  }

  private ObjectNode status() {
    return after().withObjectProperty("status");
  }

  private ObjectNode metadata() {
    return after().withObject("/metadata");
  }

  /** Only a draft that changes something is worth a copy of the Workflow. */
  private ObjectNode after() {
    if (after == null) {
      before = JSON.valueToTree(stored.resource());
      after = before.deepCopy();
    }
    return after;
  }
}
