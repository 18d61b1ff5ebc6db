package warren.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.dw.Code;
import warren.dw.Finding;

/** Reads a profile of either published shape. */
public final class ProfileReader {
  /** {@code retryLimit} where the profile says nothing; upstream's. */
  public static final int DEFAULT_RETRY_LIMIT = 6;

  /** Both timeouts where the profile says nothing; upstream's since August 2024. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  static final FieldTable DATA =
      FieldTable.of("a profile")
          .keep(
              "pinned",
              "createContainer",
              "storages",
              "preRunTimeoutSeconds",
              "postRunTimeoutSeconds",
              "retryLimit",
              "onFailure",
              "userID",
              "groupID",
              "users",
              "groups",
              "limits",
              "numPorts",
              "spec",
              "mpiSpec");

  /** The code of a variable that a container names and that nobody sets or replaces: a warning. */
  public static final Code VARIABLE = ProfileNotes.VARIABLE;

  private ProfileReader() {}

  /**
   * What a profile says.
   *
   * @param profile present exactly when no finding is an error
   * @param users who may use it, whatever else is wrong with it; empty when just that cannot be
   *     told, and then nobody is to learn more of the profile
   * @param findings all of them, in an order that depends on the profile only
   */
  public record ProfileReading(
      Optional<ResolvedProfile> profile, Optional<ProfileUsers> users, List<Finding> findings) {
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
    String name = profile.getMetadata().getName();
    ProfileNotes notes = new ProfileNotes(name, places);
    Payload payload = new Payload(profile.getData(), "", notes).filtered(DATA);
    Optional<ProfileUsers> users = UsersReader.read(payload, profile.getData());
    payload.flag("pinned", false); // for the finding about a value of another kind
    payload.defaulted("retryLimit", "preRunTimeoutSeconds", "postRunTimeoutSeconds");
    int retryLimit =
        payload
            .number("retryLimit", 0, Integer.MAX_VALUE)
            .orElse((long) DEFAULT_RETRY_LIMIT)
            .intValue();
    Duration preRun = timeout(payload, "preRunTimeoutSeconds");
    Duration postRun = timeout(payload, "postRunTimeoutSeconds");
    Optional<FailureAction> onFailure = onFailure(payload);
    ProfileLimits limits = LimitsReader.read(payload);
    PortsReader.check(payload, limits, isOfTheGuide(profile));
    List<ResolvedProfile.ProfileStorage> storages = StoragesReader.read(payload);
    Optional<ProfileWorkload> workload = WorkloadReader.read(payload, storages, retryLimit);
    Optional<ResolvedProfile> resolved =
        workload
            .filter(any -> !notes.hasErrors())
            .map(
                what ->
                    new ResolvedProfile(
                        name,
                        users.orElseThrow(),
                        retryLimit,
                        preRun,
                        postRun,
                        onFailure.orElseThrow(),
                        limits,
                        storages,
                        what,
                        notes.overrides(),
                        notes.defaults(),
                        ProfileDigest.ofPayload(profile.getData())));
    return new ProfileReading(resolved, users, notes.findings());
  }

  /** By its version or, where the API server has changed that, by its spelling. */
  private static boolean isOfTheGuide(NnfContainerProfile profile) {
    return String.valueOf(profile.getApiVersion()).matches(".*/v1alpha[1-6]")
        || profile.getData().path("mpiSpec").has("mpiReplicaSpecs");
  }

  /** Empty when the profile gives another word, which is noted. */
  private static Optional<FailureAction> onFailure(Payload payload) {
    Optional<String> word = payload.text("onFailure");
    Optional<FailureAction> action =
        word.map(FailureAction::of).orElse(Optional.of(FailureAction.REPORT));
    if (action.isEmpty()) {
      payload
          .notes()
          .invalid(
              payload.pathOf("onFailure"),
              "is '" + word.orElseThrow() + "'",
              "It is one of " + String.join(" and ", FailureAction.words()) + ".");
    }
    return action;
  }

  private static Duration timeout(Payload payload, String field) {
    return payload
        .number(field, 0, Integer.MAX_VALUE)
        .map(Duration::ofSeconds)
        .orElse(DEFAULT_TIMEOUT);
  }
}
