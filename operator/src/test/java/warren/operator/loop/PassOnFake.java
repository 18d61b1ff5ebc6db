package warren.operator.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import warren.api.Workflow;
import warren.dw.WorkflowState;
import warren.operator.FakeCluster;
import warren.operator.Fixtures;
import warren.operator.driver.Driver;

/** Passes over the workflow "wf" on a fake API server, and what they wrote. */
final class PassOnFake implements AutoCloseable {
  static final String CREATES_COMPUTES =
      "POST /apis/dataworkflowservices.github.io/v1alpha7/namespaces/default/computes";
  private static final String WRITES =
      "PATCH /apis/dataworkflowservices.github.io/v1alpha7/namespaces/default/workflows/wf";

  private final FakeCluster cluster = new FakeCluster();
  private final List<String> observed = new ArrayList<>();

  PassOnFake() throws IOException {
    cluster.has(CREATES_COMPUTES, Fixtures.created());
  }

  FakeCluster cluster() {
    return cluster;
  }

  /** A pass of these drivers. */
  SinglePass pass(Driver... drivers) {
    return SinglePass.of(
        cluster.client(),
        (before, after, failures, now) ->
            observed.add(
                before.state().map(WorkflowState::word).orElse("nothing")
                    + " -> "
                    + after.state().map(WorkflowState::word).orElse("nothing")
                    + failures.keySet()),
        drivers);
  }

  /** Has the API server accept what is written to the workflow. */
  void takesWrites(Workflow workflow) {
    cluster.has(WRITES, workflow);
  }

  /** Has the API server refuse what is written to the workflow. */
  void refusesWrites(int code, String message) {
    cluster.refuses(WRITES, code, message);
  }

  /** What the observer of writes heard: state before, state after, and the entries that failed. */
  List<String> observed() {
    return observed;
  }

  /** The writes to the workflow so far. */
  List<String> writes() {
    return cluster.requests().stream().filter(request -> request.equals(WRITES)).toList();
  }

  /** The value that the last write gave to a path. */
  JsonNode written(String path) {
    ArrayNode patch = cluster.received(WRITES, ArrayNode.class);
    for (JsonNode change : patch) {
      if (change.get("path").asText().equals(path) && change.has("value")) {
        return change.get("value");
      }
    }
    throw new AssertionError("nothing is written to " + path + ": " + patch);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
