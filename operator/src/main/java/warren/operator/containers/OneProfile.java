package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.profile.ProfileCatalog;

/**
 * One profile as it was seen, under the name that its directive calls it: what is checked and what
 * is used are the same, whatever others do meanwhile.
 *
 * @param name the original's name
 * @param seen the original, or the copy that is the workflow's own
 */
record OneProfile(String name, NnfContainerProfile seen) implements ProfileCatalog {
  OneProfile {
    requireNonNull(name, "name");
    requireNonNull(seen, "seen");
  }

  @Override
  public Optional<NnfContainerProfile> find(String wanted) {
    if (!wanted.equals(name)) {
      return Optional.empty();
    }
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.setMetadata(new ObjectMetaBuilder(seen.getMetadata()).withName(name).build());
    profile.setData(seen.getData().deepCopy());
    profile.getData().remove("pinned");
    return Optional.of(profile);
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }
}
