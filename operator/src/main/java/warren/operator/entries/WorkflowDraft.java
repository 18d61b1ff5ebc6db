package warren.operator.entries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private final JsonNode before;
  private final ObjectNode after;

  /** A draft that changes nothing yet. */
  public WorkflowDraft(SeenWorkflow seen) {
    this.before = JSON.valueToTree(seen.resource());
    this.after = before.deepCopy();
  }

  /** The Workflow as it would be. */
  public SeenWorkflow seen() {
    try {
      return new SeenWorkflow(JSON.treeToValue(after, Workflow.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a draft is a Workflow", e);
    }
  }

  /** The JSON Patch that makes it so; empty when nothing changes. */
  public ArrayNode patch() {
    return WorkflowPatch.between(before, after);
  }

  /** Keeps the Workflow until nothing of it is left. */
  public void addFinalizer() {
    after.withObject("/metadata").withArray("finalizers").add(Names.FINALIZER);
  }

  /** Lets the Workflow go. */
  public void removeFinalizer() {
    ArrayNode finalizers = after.withObject("/metadata").withArray("finalizers");
    List<JsonNode> others =
        StreamSupport.stream(finalizers.spliterator(), false)
            .filter(name -> !Names.FINALIZER.equals(name.asText()))
            .toList();
    finalizers.removeAll().addAll(others);
  }

  /** Adds annotations of the Workflow. */
  public void annotate(Map<String, String> annotations) {
    if (!annotations.isEmpty()) {
      ObjectNode there = after.withObject("/metadata").withObjectProperty("annotations");
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
    if (after.withObject("/spec").path("forceReady").asBoolean()) {
      after.withObject("/spec").put("forceReady", false);
    }
  }

  /** What there is to be done for the directives, and by whom. */
  public void register(List<DriverEntry> entries) {
    ArrayNode drivers = status().withArray("drivers");
    entries.forEach(entry -> drivers.add(JSON.<JsonNode>valueToTree(entry)));
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

  /** How far the driver of this entry is. */
  public void entry(Entry entry, Outcome outcome, Instant now) {
    ObjectNode there = (ObjectNode) status().withArray("drivers").get(entry.position());
    switch (outcome) {
      case Outcome.Done done -> {
        there.put("status", EntryStatus.COMPLETED.word()).put("completed", true);
        there.put("completeTime", MicroTime.text(now)).remove(List.of("message", "error"));
        env(done.env());
      }
      case Outcome.Wait wait -> {
        there.put("status", EntryStatus.RUNNING.word()).put("message", wait.reason());
        there.remove("error");
      }
      case Outcome.Fail fail -> {
        there.put("status", EntryStatus.ERROR.word()).put("message", message(fail.findings()));
        there.put("error", error(fail.findings()));
      }
    }
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
        .map(finding -> kind.apply(finding.blame()) + " error: " + text.apply(finding))
        .collect(Collectors.joining("\n"));
  }

  private ObjectNode status() {
    return after.withObjectProperty("status");
  }
}
