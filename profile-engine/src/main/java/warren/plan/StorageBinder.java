package warren.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.dw.ContainerDw;
import warren.dw.Finding;
import warren.dw.JobDw;
import warren.dw.Nearest;
import warren.dw.Reading;
import warren.dw.StorageBinding;
import warren.profile.AccessMode;
import warren.profile.ResolvedProfile;
import warren.profile.ResolvedProfile.ProfileStorage;

/**
 * Matches a container directive's storage arguments with its profile and the storage directives.
 */
final class StorageBinder {
  private StorageBinder() {}

  /**
   * @param uses the storages the container gets, in the directive's order
   */
  record Bound(List<StorageUse> uses, List<Finding> findings) {
    Bound {
      uses = List.copyOf(uses);
      findings = List.copyOf(findings);
    }
  }

  /**
   * @param profile empty when it could not be read; then only the directives are compared
   * @param global the site's file systems; empty when it has none
   * @param reading a storage that is missing because its directive was refused is not told again
   */
  static Bound bind(
      ContainerDw container,
      Optional<ResolvedProfile> profile,
      List<JobDw> storages,
      Reading reading,
      List<GlobalFileSystem> global) {
    List<StorageUse> uses = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (StorageBinding binding : container.storages()) {
      profile.flatMap(known -> notNamed(known, binding)).ifPresent(findings::add);
      switch (binding.scope()) {
        case JOB ->
            storages.stream()
                .filter(storage -> storage.name().equals(binding.value()))
                .findFirst()
                .map(storage -> use(binding, storage))
                .ifPresentOrElse(
                    uses::add,
                    () -> {
                      if (reading.accepted()) {
                        findings.add(Refusals.storageUndefined(binding));
                      }
                    });
        case PERSISTENT -> findings.add(Refusals.storageNotSupported(binding));
        case GLOBAL ->
            findings.add(
                Optional.of(global)
                    .filter(some -> !some.isEmpty())
                    .flatMap(some -> GlobalFileSystem.fault(binding, mode(profile, binding), some))
                    .orElseGet(() -> Refusals.storageNotSupported(binding)));
      }
    }
    profile.ifPresent(known -> findings.addAll(missing(known, container)));
    return new Bound(uses, findings);
  }

  private static AccessMode mode(Optional<ResolvedProfile> profile, StorageBinding binding) {
    return profile.stream()
        .flatMap(known -> known.storages().stream())
        .filter(storage -> storage.name().equals(binding.key()))
        .flatMap(storage -> storage.mode().stream())
        .findFirst()
        .orElse(AccessMode.READ_WRITE_MANY);
  }

  private static StorageUse use(StorageBinding binding, JobDw storage) {
    String volume = binding.key().substring(binding.scope().prefix().length()).replace('_', '-');
    return new StorageUse(binding.key(), volume, storage.index(), storage.type());
  }

  private static Optional<Finding> notNamed(ResolvedProfile profile, StorageBinding binding) {
    List<String> named = profile.storages().stream().map(ProfileStorage::name).toList();
    return named.contains(binding.key())
        ? Optional.empty()
        : Optional.of(
            Refusals.storageUnknown(
                profile.name(), binding.key(), Nearest.of(binding.key(), named)));
  }

  private static List<Finding> missing(ResolvedProfile profile, ContainerDw container) {
    List<String> given = container.storages().stream().map(StorageBinding::key).toList();
    return profile.storages().stream()
        .filter(storage -> !storage.optional() && !given.contains(storage.name()))
        .map(storage -> Refusals.storageMissing(profile.name(), storage.name()))
        .toList();
  }
}
