package warren.operator.entries;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;
import warren.apiserver.ApiRequest.Verb;

/** The only one that writes to Workflows: the smallest patch, and nothing when nothing changes. */
public final class WorkflowWriter {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowWriter.class);

  private final KubernetesClient client;

  public WorkflowWriter(KubernetesClient client) {
    this.client = requireNonNull(client, "client");
  }

  /** What became of a write. */
  public enum Written {
    /** There was nothing to write. */
    NOTHING,
    /** The Workflow is as drafted. */
    CHANGED,
    /** The Workflow had changed meanwhile, or is gone: look again. */
    STALE,
    /** The cluster's schema or rules do not allow the Workflow as drafted; it has been logged. */
    REFUSED
  }

  /**
   * Writes what the draft changes.
   *
   * @param stored what the draft was begun from
   * @throws KubernetesClientException when the API server could not do it just now
   */
  public Written write(SeenWorkflow stored, WorkflowDraft draft) {
    ArrayNode patch = draft.patch();
    if (patch.isEmpty()) {
      return Written.NOTHING;
    }
    try {
      // By the object, not by its name: asked by a name, the client would read the object first.
      client.resource(stored.resource()).patch(PatchContext.of(PatchType.JSON), patch.toString());
      return Written.CHANGED;
    } catch (KubernetesClientException e) {
      ApiRequest request = new ApiRequest(Verb.CHANGE, "Workflow " + stored.identity().name());
      return switch (ApiFailure.of(request, e)) {
        case ApiFailure.Stale stale -> {
          LOG.debug("{}: {}", stored.told(), stale.sentence());
          yield Written.STALE;
        }
        case ApiFailure.Refused refused -> {
          LOG.warn(
              "{}: the API server refuses what shall be written to the Workflow: {}",
              stored.told(),
              LogLine.of(refused.sentence()));
          yield Written.REFUSED;
        }
        case ApiFailure.Transient later -> throw request.failed(e);
        case ApiFailure.Forbidden forbidden -> throw request.failed(e);
      };
    }
  }
}
