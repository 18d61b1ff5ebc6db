package warren.profile;

import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.dw.ContainerDw;

/**
 * Where profiles are looked up: the cluster's profile namespace, a folder, or a table in a test.
 */
public interface ProfileCatalog {
  /** The unpinned profile of this name. */
  Optional<NnfContainerProfile> find(String name);

  /** The profile that this directive runs: usually the one that the directive names. */
  default Optional<NnfContainerProfile> find(ContainerDw directive) {
    return find(directive.profile());
  }

  /** The names of all unpinned profiles, sorted; for hints. */
  List<String> names();

  /** All unpinned profiles, by name. */
  default List<NnfContainerProfile> all() {
    return names().stream().flatMap(name -> find(name).stream()).toList();
  }
}
