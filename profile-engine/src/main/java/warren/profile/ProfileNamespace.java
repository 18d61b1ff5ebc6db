package warren.profile;

import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

/** Where a profile has to be. */
public final class ProfileNamespace {
  private static final Code ELSEWHERE = new Code("profile-namespace");

  private ProfileNamespace() {}

  /**
   * An error when a profile that is no workflow's copy is elsewhere, where no job would find it.
   *
   * @param wanted where the administrator keeps the profiles
   */
  public static Optional<Finding> check(NnfContainerProfile profile, String wanted) {
    String given = profile.getMetadata().getNamespace();
    return profile.isPinned() || wanted.equals(given)
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                    ELSEWHERE,
                    Blame.INTERNAL,
                    "Profile %s: profiles are kept in the namespace %s, not in %s."
                        .formatted(profile.getMetadata().getName(), wanted, given))
                .hint("Nothing would use it here; create it with -n " + wanted + "."));
  }
}
