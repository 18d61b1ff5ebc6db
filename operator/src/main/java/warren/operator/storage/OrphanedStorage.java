package warren.operator.storage;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import warren.operator.decision.Decision;

/**
 * Plans the removal of storage whose workflow no longer exists, in the same steps as a teardown:
 * the labelled objects that are left say all that has to be known. Pure.
 */
public final class OrphanedStorage {
  private final List<StorageProvider> providers;

  public OrphanedStorage(StorageSettings settings) {
    this.providers = StorageDriver.providers(settings);
  }

  /**
   * What to do next.
   *
   * @param agents the pods of the Rabbits' agents; asked for only when one does not answer
   * @return empty when no provider of this operator has made such storage
   */
  public Optional<Decision> decide(FoundStorage found, Supplier<List<Pod>> agents, Instant now) {
    FoundStorage complete =
        found.with(DirectoryReports.complaints(found.directories(), Instant.EPOCH, agents, now));
    return providers.stream()
        .filter(provider -> provider.recognizes(complete))
        .findFirst()
        .map(provider -> provider.remove(complete, "storage directive " + found.directive(), now));
  }
}
