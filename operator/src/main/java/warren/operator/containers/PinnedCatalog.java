package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.profile.ProfileCatalog;

/**
 * A workflow's pinned profile under the name that its directive calls it.
 *
 * @param name the original's name
 * @param pinned the copy, already found to be the workflow's own
 */
record PinnedCatalog(String name, NnfContainerProfile pinned) implements ProfileCatalog {
  PinnedCatalog {
    requireNonNull(name, "name");
    requireNonNull(pinned, "pinned");
  }

  @Override
  public Optional<NnfContainerProfile> find(String wanted) {
    if (!wanted.equals(name)) {
      return Optional.empty();
    }
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.setMetadata(new ObjectMetaBuilder(pinned.getMetadata()).withName(name).build());
    profile.setData(pinned.getData().deepCopy());
    profile.getData().remove("pinned");
    return Optional.of(profile);
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }
}
