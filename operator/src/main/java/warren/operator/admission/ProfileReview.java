package warren.operator.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.profile.ProfileName;
import warren.profile.ProfileNamespace;
import warren.profile.ProfileReader;

/** What is wrong with a write of a profile. Pure. */
final class ProfileReview {
  static final Code PINNED = new Code("profile-pinned");

  private final String profileNamespace;

  /**
   * @param profileNamespace where the administrator keeps the profiles
   */
  ProfileReview(String profileNamespace) {
    this.profileNamespace = profileNamespace;
  }

  /**
   * Reviews it. A write that leaves the payload as it was is never refused: a profile from before a
   * rule can still be labelled; what is wrong with it is told as a warning then.
   *
   * @param before what is there; empty when the profile is being created
   */
  Verdict of(NnfContainerProfile profile, Optional<NnfContainerProfile> before) {
    List<Finding> findings = new ArrayList<>();
    if (before.isEmpty()) {
      ProfileName.check(profile).ifPresent(findings::add);
      ProfileNamespace.check(profile, profileNamespace).ifPresent(findings::add);
    }
    findings.addAll(ProfileReader.read(profile).findings());
    if (before.isPresent() && before.get().getData().equals(profile.getData())) {
      return new Verdict(List.of(), findings);
    }
    if (before.isPresent() && before.get().isPinned()) {
      return new Verdict(List.of(frozen(profile)), List.of());
    }
    return new Verdict(
        findings.stream().filter(Finding::isError).toList(),
        findings.stream().filter(Predicate.not(Finding::isError)).toList());
  }

  private static Finding frozen(NnfContainerProfile profile) {
    return Finding.error(
            PINNED,
            Blame.INTERNAL,
            "Profile "
                + name(profile)
                + ": this is a workflow's own copy of a profile, and never changes.")
        .hint("Change the profile it was made of: the next job takes it.");
  }

  private static String name(NnfContainerProfile profile) {
    return profile.getMetadata().getName();
  }
}
