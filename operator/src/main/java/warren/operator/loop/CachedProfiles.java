package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import warren.api.NnfContainerProfile;
import warren.operator.driver.Once;
import warren.profile.ProfileCatalog;
import warren.profile.catalog.ClusterProfileCatalog;

/**
 * The profiles that an administrator keeps, as the watch has reported them. For one pass: the same
 * name gets the same answer until the pass ends.
 */
final class CachedProfiles implements ProfileCatalog {
  private final Supplier<Map<String, NnfContainerProfile>> cached;
  private final Supplier<Map<String, NnfContainerProfile>> live;

  CachedProfiles(Watches watches, KubernetesClient client) {
    requireNonNull(watches, "watches");
    ClusterProfileCatalog cluster = new ClusterProfileCatalog(client, watches.profileNamespace());
    cached =
        new Once<>(
            () -> byName(watches.profiles().all().filter(profile -> !profile.isPinned()).toList()));
    live = new Once<>(() -> byName(cluster.all()));
  }

  /**
   * A profile that the cache does not have is looked for at the API server, by one request a pass:
   * the job would fail for good if the profile was created a moment ago.
   */
  @Override
  public Optional<NnfContainerProfile> find(String name) {
    return Optional.ofNullable(cached.get().get(name))
        .or(() -> Optional.ofNullable(live.get().get(name)));
  }

  @Override
  public List<String> names() {
    return cached.get().keySet().stream().sorted().toList();
  }

  private static Map<String, NnfContainerProfile> byName(List<NnfContainerProfile> profiles) {
    return profiles.stream()
        .collect(Collectors.toMap(profile -> profile.getMetadata().getName(), Function.identity()));
  }
}
