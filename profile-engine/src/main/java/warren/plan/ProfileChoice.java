package warren.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.dw.ContainerDw;
import warren.dw.Finding;
import warren.dw.Nearest;
import warren.profile.ProfileCatalog;
import warren.profile.ProfileReader;
import warren.profile.ProfileReader.ProfileReading;
import warren.profile.ProfileUsers;
import warren.profile.ResolvedProfile;

/** Finds the profile that a container directive names, for a user. */
final class ProfileChoice {
  private static final int MOST_TRIES = 5;

  private final ProfileCatalog catalog;

  ProfileChoice(ProfileCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param profile present when it was read and this user may use it
   * @param findings why it is not; of the warnings about the profile only those by which its
   *     containers will hardly work, for the others are its author's business
   */
  record Choice(Optional<ResolvedProfile> profile, List<Finding> findings) {
    Choice {
      findings = List.copyOf(findings);
    }

    static Choice refused(Finding finding) {
      return new Choice(Optional.empty(), List.of(finding));
    }
  }

  Choice choose(ContainerDw directive, UserIdentity user) {
    String name = directive.profile();
    Optional<ProfileReading> reading = catalog.find(directive).map(ProfileReader::read);
    if (reading.isEmpty()) {
      return Choice.refused(Refusals.unknownProfile(name, hint(name, user)));
    }
    return restriction(name, reading.get(), user)
        .map(Choice::refused)
        .orElseGet(() -> new Choice(reading.get().profile(), told(reading.get())));
  }

  /** For the job's user, who cannot change the profile: the hint says who can, the detail how. */
  private static List<Finding> told(ProfileReading reading) {
    return reading.findings().stream()
        .filter(finding -> finding.isError() || finding.code().equals(ProfileReader.VARIABLE))
        .map(
            finding ->
                finding.isError()
                    ? finding
                        .detail(finding.sentence())
                        .hint("Tell your administrator, who can correct the profile.")
                    : finding)
        .toList();
  }

  /** Why this user may not use the profile, nor learn what else is wrong with it. */
  private static Optional<Finding> restriction(
      String name, ProfileReading reading, UserIdentity user) {
    if (reading.users().isEmpty()) {
      return Optional.of(Refusals.restrictedSomehow(name));
    }
    ProfileUsers users = reading.users().get();
    return users.admit(user.uid(), user.gid(), user.supplementaryGroups())
        ? Optional.empty()
        : Optional.of(Refusals.restricted(name, users.words()));
  }

  /**
   * The nearest name of a profile that this user may use: a hint must not reveal another's. Only as
   * many of the nearest are looked at as a person could have meant.
   */
  private Optional<String> hint(String name, UserIdentity user) {
    List<String> names = new ArrayList<>(catalog.names());
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<String> near = Nearest.of(name, names);
      if (near.isEmpty() || mayUse(near.get(), user)) {
        return near;
      }
      names.remove(near.get());
    }
    return Optional.empty();
  }

  private boolean mayUse(String name, UserIdentity user) {
    return catalog
        .find(name)
        .map(ProfileReader::read)
        .filter(reading -> reading.profile().isPresent())
        .filter(reading -> restriction(name, reading, user).isEmpty())
        .isPresent();
  }
}
