package warren.operator.decision;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import warren.names.Labels;
import warren.names.WorkflowIdentity;

/** Which objects belong to a workflow: told by its UID, never by a name. */
public final class Ownership {
  private static final String KIND = "Workflow";
  private static final String API_VERSION = "dataworkflowservices.github.io/v1alpha7";

  private Ownership() {}

  /** The owner reference that binds an object to the workflow's life. */
  public static OwnerReference reference(WorkflowIdentity workflow) {
    return new OwnerReferenceBuilder()
        .withApiVersion(API_VERSION)
        .withKind(KIND)
        .withName(workflow.name())
        .withUid(workflow.uid())
        .withController(true)
        .withBlockOwnerDeletion(false)
        .build();
  }

  /** Gives the object the owner reference if it has none to this workflow; returns the object. */
  public static <T extends HasMetadata> T own(T object, WorkflowIdentity workflow) {
    if (!object.hasOwnerReferenceFor(workflow.uid())) {
      object.addOwnerReference(reference(workflow));
    }
    return object;
  }

  /** By owner reference in the workflow's namespace, by the UID label everywhere else. */
  public static boolean isOf(HasMetadata object, WorkflowIdentity workflow) {
    if (workflow.namespace().equals(object.getMetadata().getNamespace())) {
      return object.hasOwnerReferenceFor(workflow.uid());
    }
    return workflow.uid().equals(label(object));
  }

  /** What a workflow may delete: its own, and what carries its UID without an owner reference. */
  static boolean mayDelete(HasMetadata object, WorkflowIdentity workflow) {
    return isOf(object, workflow) || workflow.uid().equals(label(object));
  }

  /** Whether it belongs to an earlier workflow of this name, and so is about to be collected. */
  public static boolean isLeftOver(HasMetadata object, WorkflowIdentity workflow) {
    List<OwnerReference> owners = object.getMetadata().getOwnerReferences();
    return object.isMarkedForDeletion()
        || owners.stream()
            .anyMatch(
                owner ->
                    KIND.equals(owner.getKind())
                        && workflow.name().equals(owner.getName())
                        && !workflow.uid().equals(owner.getUid()));
  }

  private static String label(HasMetadata object) {
    var labels = object.getMetadata().getLabels();
    return labels == null ? null : labels.get(Labels.WORKFLOW_UID);
  }
}
