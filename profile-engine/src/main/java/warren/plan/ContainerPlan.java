package warren.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import warren.dw.ContainerDw;
import warren.profile.ResolvedProfile;

/** One container directive, resolved: which profile runs, with which storages, as whom. */
public record ContainerPlan(
    ContainerDw directive, ResolvedProfile profile, List<StorageUse> storages, UserIdentity user) {
  public ContainerPlan {
    requireNonNull(directive, "directive");
    requireNonNull(profile, "profile");
    requireNonNull(user, "user");
    storages = List.copyOf(storages);
  }
}
