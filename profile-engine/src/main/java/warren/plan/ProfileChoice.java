package warren.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import warren.dw.Finding;
import warren.dw.Nearest;
import warren.profile.ProfileCatalog;
import warren.profile.ProfileReader;
import warren.profile.ProfileReader.ProfileReading;
import warren.profile.ResolvedProfile;

/** Finds the profile that a container directive names, for a user. */
final class ProfileChoice {
  private final ProfileCatalog catalog;

  ProfileChoice(ProfileCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param profile present when it was read and this user may use it
   * @param findings why it is not; never warnings about the profile, which are its author's
   *     business
   */
  record Choice(Optional<ResolvedProfile> profile, List<Finding> findings) {
    Choice {
      findings = List.copyOf(findings);
    }

    static Choice refused(Finding finding) {
      return new Choice(Optional.empty(), List.of(finding));
    }
  }

  Choice choose(String name, UserIdentity user) {
    Optional<ProfileReading> reading = catalog.find(name).map(ProfileReader::read);
    if (reading.isEmpty()) {
      return Choice.refused(Refusals.unknownProfile(name, hint(name, user)));
    }
    return reading
        .get()
        .profile()
        .flatMap(profile -> restriction(profile, user))
        .map(Choice::refused)
        .orElseGet(() -> new Choice(reading.get().profile(), errors(reading.get())));
  }

  private static List<Finding> errors(ProfileReading reading) {
    return reading.findings().stream().filter(Finding::isError).toList();
  }

  private static Optional<Finding> restriction(ResolvedProfile profile, UserIdentity user) {
    if (differs(profile.userId(), user.uid())) {
      String whom = "user " + profile.userId().getAsLong();
      return Optional.of(Refusals.restricted(profile.name(), whom));
    }
    if (differs(profile.groupId(), user.gid())) {
      String whom = "group " + profile.groupId().getAsLong();
      return Optional.of(Refusals.restricted(profile.name(), whom));
    }
    return Optional.empty();
  }

  private static boolean differs(OptionalLong allowed, long given) {
    return allowed.isPresent() && allowed.getAsLong() != given;
  }

  /** A near name, but not of a profile that this user may not use: a hint must not reveal it. */
  private Optional<String> hint(String name, UserIdentity user) {
    return Nearest.of(name, catalog.names())
        .filter(
            near ->
                catalog
                    .find(near)
                    .flatMap(profile -> ProfileReader.read(profile).profile())
                    .filter(profile -> restriction(profile, user).isEmpty())
                    .isPresent());
  }
}
