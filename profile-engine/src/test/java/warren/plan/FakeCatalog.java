package warren.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import warren.api.NnfContainerProfile;
import warren.profile.ProfileCatalog;
import warren.profile.Profiles;

/** Profiles in a table; every look-up reads them anew. */
final class FakeCatalog implements ProfileCatalog {
  private final Map<String, String> payloads = new TreeMap<>();

  FakeCatalog with(String name, String data) {
    payloads.put(name, data);
    return this;
  }

  @Override
  public Optional<NnfContainerProfile> find(String name) {
    return Optional.ofNullable(payloads.get(name)).map(data -> Profiles.of(name, data));
  }

  @Override
  public List<String> names() {
    return List.copyOf(payloads.keySet());
  }
}
