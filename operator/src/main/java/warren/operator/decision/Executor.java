package warren.operator.decision;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiFailure.Stale.State;
import warren.apiserver.ApiRequest;
import warren.apiserver.exact.Deletion;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.WorkflowIdentity;

/** Carries out actions: the one place where objects are made and deleted. */
public final class Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Executor.class);

  /** Until the garbage collector, or whoever else is at it, is looked after again. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final KubernetesClient client;

  public Executor(KubernetesClient client) {
    this.client = requireNonNull(client, "client");
  }

  /**
   * Carries out the decision's actions in order.
   *
   * @return the decision's outcome, or another one when an action met an obstacle
   * @throws KubernetesClientException when the API server could not do it just now, also for want
   *     of a quota or of a right; {@link ApiFailure} says why
   */
  public Outcome carryOut(WorkflowIdentity workflow, Decision decision, Instant now) {
    for (Action action : decision.actions()) {
      Optional<Outcome> obstacle =
          switch (action) {
            case Action.Create create -> create(workflow, create.object(), now);
            case Action.CopySecret copy -> copy(workflow, copy, now);
            case Action.Delete delete -> delete(workflow, delete);
            case Action.Replace replace -> replace(workflow, replace);
            case Action.End end -> end(workflow, end.pod());
            case Action.Stop stop -> end(workflow, stop.job());
          };
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    return decision.outcome();
  }

  private Optional<Outcome> create(WorkflowIdentity workflow, HasMetadata object, Instant now) {
    try {
      client.resource(object).create();
      LOG.info("{}: made {}", told(workflow), told(object));
      return Optional.empty();
    } catch (KubernetesClientException e) {
      ApiRequest request = ApiRequest.create(object);
      return switch (ApiFailure.of(request, e)) {
        case ApiFailure.Stale stale -> existing(workflow, object, now);
        case ApiFailure.Refused refused -> Optional.of(fail(refused));
        case ApiFailure.Transient later -> throw request.failed(e);
        case ApiFailure.Forbidden forbidden -> throw request.failed(e);
      };
    }
  }

  private Optional<Outcome> copy(WorkflowIdentity workflow, Action.CopySecret copy, Instant now) {
    Secret original = client.secrets().inNamespace(copy.namespace()).withName(copy.name()).get();
    if (original == null
        || !copy.resourceVersion().equals(original.getMetadata().getResourceVersion())) {
      return Optional.of(
          new Outcome.Wait(
              "Secret " + copy.name() + " was changed just now; it is looked at again.",
              Optional.of(now.plus(AGAIN))));
    }
    return create(
        workflow,
        new SecretBuilder()
            .withMetadata(copy.copy())
            .withType(original.getType())
            .withData(original.getData())
            .withImmutable(true)
            .build(),
        now);
  }

  private Optional<Outcome> existing(WorkflowIdentity workflow, HasMetadata object, Instant now) {
    HasMetadata there = client.resource(object).get();
    if (there != null && Ownership.isOf(there, workflow) && !there.isMarkedForDeletion()) {
      return Optional.empty();
    }
    if (there == null || Ownership.isOf(there, workflow) || Ownership.isLeftOver(there, workflow)) {
      return Optional.of(
          new Outcome.Wait(
              told(object) + " of an earlier time is still being removed.",
              Optional.of(now.plus(AGAIN))));
    }
    return Optional.of(
        new Outcome.Fail(
            List.of(
                Finding.error(
                        new Code("name-taken"),
                        Blame.INTERNAL,
                        told(there)
                            + where(there)
                            + " exists already and does not belong to this workflow.")
                    .hint("Delete it, or give the workflow another name."))));
  }

  private static Outcome fail(ApiFailure.Refused refused) {
    return new Outcome.Fail(
        List.of(
            Finding.error(new Code("object-refused"), Blame.INTERNAL, refused.sentence())
                .hint("An administrator has to look at the profile or at the cluster's rules.")));
  }

  private Optional<Outcome> delete(WorkflowIdentity workflow, Action.Delete delete) {
    HasMetadata object = delete.object();
    if (!Ownership.mayDelete(object, workflow)) {
      throw new IllegalStateException(told(object) + " is not of " + told(workflow));
    }
    if (delete.atOnce() ? Deletion.atOnce(client, object) : Deletion.of(client, object)) {
      LOG.info("{}: deleted {}", told(workflow), told(object));
    }
    return Optional.empty();
  }

  private Optional<Outcome> replace(WorkflowIdentity workflow, Action.Replace replace) {
    HasMetadata object = replace.object();
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    operation(patch, "test", "/metadata/uid", object.getMetadata().getUid());
    operation(patch, "replace", replace.path(), replace.value());
    try {
      client.resource(object).patch(PatchContext.of(PatchType.JSON), patch.toString());
      LOG.info("{}: {} of {} is {}", told(workflow), replace.path(), told(object), replace.value());
    } catch (KubernetesClientException e) {
      ApiRequest request = ApiRequest.change(object);
      // Gone, or another one of its name: the watch tells.
      if (!(ApiFailure.of(request, e) instanceof ApiFailure.Stale)) {
        throw request.failed(e);
      }
    }
    return Optional.empty();
  }

  private static void operation(ArrayNode patch, String name, String path, String value) {
    patch.addObject().put("op", name).put("path", path).put("value", value);
  }

  /** A Job or pod that is older than its deadline is ended at once, and kept. */
  private Optional<Outcome> end(WorkflowIdentity workflow, HasMetadata object) {
    try {
      client
          .resource(object)
          .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"activeDeadlineSeconds\":1}}");
      LOG.info("{}: stopped {}", told(workflow), told(object));
    } catch (KubernetesClientException e) {
      ApiRequest request = ApiRequest.change(object);
      if (!(ApiFailure.of(request, e) instanceof ApiFailure.Stale stale)
          || stale.state() != State.GONE) {
        throw request.failed(e);
      }
    }
    return Optional.empty();
  }

  private static String told(WorkflowIdentity workflow) {
    return workflow.namespace() + "/" + workflow.name();
  }

  private static String where(HasMetadata object) {
    String namespace = object.getMetadata().getNamespace();
    return namespace == null ? "" : " in namespace " + namespace;
  }

  private static String told(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }
}
