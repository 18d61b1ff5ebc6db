package warren.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import warren.dw.ContainerDw;
import warren.names.DirectiveIdentity;
import warren.names.WorkflowIdentity;
import warren.profile.ResolvedProfile;

/**
 * One container directive, resolved: which profile runs, with which storages, as whom.
 *
 * @param ordinal the directive's place among the workflow's container directives, from zero
 */
public record ContainerPlan(
    ContainerDw directive,
    int ordinal,
    ResolvedProfile profile,
    List<StorageUse> storages,
    UserIdentity user) {
  public ContainerPlan {
    requireNonNull(directive, "directive");
    requireNonNull(profile, "profile");
    requireNonNull(user, "user");
    storages = List.copyOf(storages);
    if (ordinal < 0) {
      throw new IllegalArgumentException("an ordinal counts from zero");
    }
  }

  /** The directive as one of this workflow. */
  public DirectiveIdentity of(WorkflowIdentity workflow) {
    return new DirectiveIdentity(workflow, directive.index(), ordinal);
  }
}
