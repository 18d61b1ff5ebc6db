package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import warren.names.DirectiveIdentity;
import warren.names.Names;
import warren.names.WorkflowIdentity;
import warren.operator.containers.PullSecret.Copy;
import warren.operator.containers.PullSecret.Defect;
import warren.operator.containers.PullSecret.Original;
import warren.operator.decision.Ownership;
import warren.operator.driver.BareSecret;
import warren.plan.ContainerPlan;
import warren.pull.PullSecretContent;

/**
 * Looks for the pull secrets of a profile: in the workflow's namespace, else in the profile's. What
 * is in them is looked at here, and goes no further.
 */
final class PullSecretObserver {
  private final KubernetesClient client;
  private final String profileNamespace;

  PullSecretObserver(KubernetesClient client, String profileNamespace) {
    this.client = requireNonNull(client, "client");
    this.profileNamespace = requireNonNull(profileNamespace, "profileNamespace");
  }

  /** Those of the plan's profile, as they are now. */
  PullSecrets see(WorkflowIdentity workflow, ContainerPlan plan) {
    return of(
        workflow,
        plan,
        plan.profile().workload().pullSecrets().stream()
            .map(name -> see(plan.of(workflow), name))
            .toList());
  }

  /** For when it does not matter how they are. */
  PullSecrets none(WorkflowIdentity workflow, ContainerPlan plan) {
    return of(workflow, plan, List.of());
  }

  private PullSecrets of(WorkflowIdentity workflow, ContainerPlan plan, List<PullSecret> secrets) {
    return new PullSecrets(plan.of(workflow), plan.profile().name(), profileNamespace, secrets);
  }

  private PullSecret see(DirectiveIdentity directive, String name) {
    WorkflowIdentity workflow = directive.workflow();
    Secret here = find(workflow.namespace(), name);
    if (here != null) {
      return new PullSecret(name, Optional.of(original(here)), new Copy.NotNeeded());
    }
    Secret original = find(profileNamespace, name);
    if (original == null) {
      return new PullSecret(name, Optional.empty(), new Copy.NotNeeded());
    }
    String copy = Names.pullSecret(directive, name);
    return new PullSecret(
        name,
        Optional.of(original(original)),
        copy(Optional.ofNullable(find(workflow.namespace(), copy)), original, workflow));
  }

  private Secret find(String namespace, String name) {
    return client.secrets().inNamespace(namespace).withName(name).get();
  }

  private static Original original(Secret secret) {
    return new Original(
        secret.getMetadata().getNamespace(),
        secret.getMetadata().getResourceVersion(),
        Defect.of(PullSecretContent.of(secret.getType(), secret.getData())));
  }

  /** What a Secret under the copy's name is to this workflow. Pure. */
  static Copy copy(Optional<Secret> there, Secret original, WorkflowIdentity workflow) {
    if (there.isEmpty()) {
      return new Copy.Absent();
    }
    Secret copy = there.get();
    if (copy.isMarkedForDeletion() || Ownership.isLeftOver(copy, workflow)) {
      return new Copy.Going();
    }
    if (!Ownership.isOf(copy, workflow)) {
      return new Copy.Foreign(copy.getMetadata().getName());
    }
    return Objects.equals(copy.getType(), original.getType())
            && Objects.equals(copy.getData(), original.getData())
            && Boolean.TRUE.equals(copy.getImmutable())
        ? new Copy.Fitting()
        : new Copy.Stale(BareSecret.of(copy));
  }
}
