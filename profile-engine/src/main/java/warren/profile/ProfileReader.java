package warren.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import warren.api.NnfContainerProfile;
import warren.dw.Finding;

/** Reads a profile of either published shape. */
public final class ProfileReader {
  /** {@code retryLimit} where the profile says nothing; upstream's. */
  public static final int DEFAULT_RETRY_LIMIT = 6;

  /** Both timeouts where the profile says nothing; upstream's since August 2024. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  /** User and group ids are unsigned 32-bit numbers. */
  private static final long MAX_ID = 0xFFFF_FFFFL;

  static final FieldTable DATA =
      FieldTable.of("a profile")
          .keep(
              "pinned",
              "createContainer",
              "storages",
              "preRunTimeoutSeconds",
              "postRunTimeoutSeconds",
              "retryLimit",
              "userID",
              "groupID",
              "numPorts",
              "spec",
              "mpiSpec");

  private ProfileReader() {}

  /**
   * What a profile says.
   *
   * @param profile present exactly when no finding is an error
   * @param findings all of them, in an order that depends on the profile only
   */
  public record ProfileReading(Optional<ResolvedProfile> profile, List<Finding> findings) {
    public ProfileReading {
      findings = List.copyOf(findings);
      if (profile.isPresent() == findings.stream().anyMatch(Finding::isError)) {
        throw new IllegalArgumentException("a profile, or an error");
      }
    }
  }

  /** Reads a profile that came from no text. */
  public static ProfileReading read(NnfContainerProfile profile) {
    return read(profile, FieldPlaces.NONE);
  }

  /**
   * Reads the payload, pinned or not; never throws for what an author may have written.
   *
   * @param places where its fields stand, for the findings
   */
  public static ProfileReading read(NnfContainerProfile profile, FieldPlaces places) {
    return read(
        profile.getMetadata().getName(),
        profile.getData(),
        new ProfileNotes(profile.getMetadata().getName(), places));
  }

  private static ProfileReading read(String name, ObjectNode data, ProfileNotes notes) {
    Payload payload = new Payload(data, "", notes).filtered(DATA);
    payload.flag("pinned", false); // for the finding about a value of another kind
    refuseUnsupported(payload);
    int retryLimit =
        payload
            .number("retryLimit", 0, Integer.MAX_VALUE)
            .orElse((long) DEFAULT_RETRY_LIMIT)
            .intValue();
    Duration preRun = timeout(payload, "preRunTimeoutSeconds");
    Duration postRun = timeout(payload, "postRunTimeoutSeconds");
    OptionalLong user = id(payload, "userID");
    OptionalLong group = id(payload, "groupID");
    List<ResolvedProfile.ProfileStorage> storages = StoragesReader.read(payload);
    Optional<ProfileWorkload> workload = WorkloadReader.read(payload);
    Optional<ResolvedProfile> resolved =
        workload
            .filter(any -> !notes.hasErrors())
            .map(
                what ->
                    new ResolvedProfile(
                        name,
                        user,
                        group,
                        retryLimit,
                        preRun,
                        postRun,
                        storages,
                        what,
                        notes.overrides(),
                        ProfileDigest.of(data)));
    return new ProfileReading(resolved, notes.findings());
  }

  private static void refuseUnsupported(Payload payload) {
    if (!payload.flag("createContainer", true)) {
      payload
          .notes()
          .unsupported("createContainer false", "Warren runs a profile's containers itself");
    }
    if (payload.number("numPorts", 0, Integer.MAX_VALUE).orElse(0L) > 0) {
      payload.notes().unsupported("numPorts", "Warren gives no ports of the nodes to containers");
    }
  }

  private static Duration timeout(Payload payload, String field) {
    return payload
        .number(field, 0, Integer.MAX_VALUE)
        .map(Duration::ofSeconds)
        .orElse(DEFAULT_TIMEOUT);
  }

  private static OptionalLong id(Payload payload, String field) {
    return payload.number(field, 0, MAX_ID).stream().mapToLong(Long::longValue).findFirst();
  }
}
