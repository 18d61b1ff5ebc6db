package warren.cli.check;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.profile.ProfileCatalog;

/** The profiles of another catalog as they were when it was asked, once. */
final class KeptProfiles implements ProfileCatalog {
  private final Map<String, NnfContainerProfile> profiles;

  KeptProfiles(ProfileCatalog catalog) {
    profiles =
        catalog.all().stream()
            .collect(
                toMap(
                    profile -> profile.getMetadata().getName(),
                    identity(),
                    (one, other) -> one,
                    LinkedHashMap::new));
  }

  @Override
  public Optional<NnfContainerProfile> find(String name) {
    return Optional.ofNullable(profiles.get(name));
  }

  @Override
  public List<String> names() {
    return List.copyOf(profiles.keySet());
  }
}
