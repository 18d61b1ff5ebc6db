package warren.profile;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A profile with its defaults filled in and its shape normalised.
 *
 * @param users who may use it
 * @param retryLimit how often a failed container is tried again; 0 means never
 * @param preRunTimeout from entering PreRun until the containers run; zero means no limit
 * @param postRunTimeout from entering PostRun until they have ended; zero means do not wait
 * @param onFailure what becomes of a job whose containers fail while its script runs
 * @param limits how much a job may take by it
 * @param storages what the containers may or must be given, in the profile's order
 * @param workload what to run
 * @param overrides what of the profile Warren sets to something else, for the plan to tell
 * @param defaults paths of the fields that the profile leaves to their defaults, as in {@code
 *     retryLimit} or {@code mpiSpec.slotsPerWorker}
 * @param payloadDigest fingerprint of the payload as it is written: equal for a profile and its
 *     pinned copy, for nothing else; see {@link #resolvedDigest}
 */
public record ResolvedProfile(
    String name,
    ProfileUsers users,
    int retryLimit,
    Duration preRunTimeout,
    Duration postRunTimeout,
    FailureAction onFailure,
    ProfileLimits limits,
    List<ProfileStorage> storages,
    ProfileWorkload workload,
    List<Overridden> overrides,
    List<String> defaults,
    String payloadDigest) {
  /**
   * A storage a profile names.
   *
   * @param name the directive's argument, such as {@code DW_JOB_foo}
   * @param mode how a {@code DW_GLOBAL_} storage is mounted; empty for any other
   */
  public record ProfileStorage(String name, boolean optional, Optional<AccessMode> mode) {
    public ProfileStorage {
      requireNonNull(name, "name");
      requireNonNull(mode, "mode");
    }

    /** A storage that is not global. */
    public ProfileStorage(String name, boolean optional) {
      this(name, optional, Optional.empty());
    }
  }

  /**
   * A field whose value Warren does not take over.
   *
   * @param field its path in the profile, such as {@code mpiSpec.sshAuthMountPath}
   * @param given what the profile says; empty when it says nothing
   * @param used what Warren uses instead
   */
  public record Overridden(String field, Optional<String> given, String used, String reason) {}

  public ResolvedProfile {
    requireNonNull(name, "name");
    requireNonNull(users, "users");
    requireNonNull(onFailure, "onFailure");
    requireNonNull(limits, "limits");
    requireNonNull(workload, "workload");
    requireNonNull(payloadDigest, "payloadDigest");
    defaults = List.copyOf(defaults);
    storages = List.copyOf(storages);
    overrides = List.copyOf(overrides);
    if (retryLimit < 0 || preRunTimeout.isNegative() || postRunTimeout.isNegative()) {
      throw new IllegalArgumentException("limits are not negative");
    }
  }

  /**
   * Fingerprint of what the profile means, without its name: {@code sha256:} and 64 hexadecimal
   * digits, equal for all spellings of the same.
   */
  public String resolvedDigest() {
    return ProfileDigest.ofMeaning(this);
  }
}
