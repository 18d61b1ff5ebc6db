package warren.profile;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A profile with its defaults filled in and its shape normalised.
 *
 * @param userId only a workflow of this user may use it
 * @param groupId only a workflow of this group may use it
 * @param retryLimit how often a failed container is tried again; 0 means never
 * @param preRunTimeout from entering PreRun until the containers run; zero means no limit
 * @param postRunTimeout from entering PostRun until they have ended; zero means do not wait
 * @param storages what the containers may or must be given, in the profile's order
 * @param workload what to run
 * @param overrides what of the profile Warren sets to something else, for the plan to tell
 * @param digest {@code sha256:} and 64 hexadecimal digits over the canonical JSON of the payload
 */
public record ResolvedProfile(
    String name,
    OptionalLong userId,
    OptionalLong groupId,
    int retryLimit,
    Duration preRunTimeout,
    Duration postRunTimeout,
    List<ProfileStorage> storages,
    ProfileWorkload workload,
    List<Overridden> overrides,
    String digest) {
  /** A storage a profile names; {@code name} is the directive's argument, such as DW_JOB_foo. */
  public record ProfileStorage(String name, boolean optional) {
    public ProfileStorage {
      requireNonNull(name, "name");
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
    requireNonNull(workload, "workload");
    storages = List.copyOf(storages);
    overrides = List.copyOf(overrides);
    if (retryLimit < 0 || preRunTimeout.isNegative() || postRunTimeout.isNegative()) {
      throw new IllegalArgumentException("limits are not negative");
    }
  }
}
