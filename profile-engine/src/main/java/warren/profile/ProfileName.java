package warren.profile;

import java.util.Optional;
import java.util.regex.Pattern;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

/** What a profile can be called. */
public final class ProfileName {
  private static final Code INVALID = new Code("profile-invalid");

  /** As the directives' rules have it, but for a hyphen at the end, which Kubernetes refuses. */
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*[a-z0-9]");

  private ProfileName() {}

  /** An error when no directive can give the name of a profile that is no workflow's copy. */
  public static Optional<Finding> check(NnfContainerProfile profile) {
    String name = profile.getMetadata().getName();
    return profile.isPinned() || FORM.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                    INVALID,
                    Blame.INTERNAL,
                    "Profile %s: metadata.name is '%s', which no directive can give."
                        .formatted(name, name))
                .hint(
                    "Use a lower-case letter and then lower-case letters, digits and hyphens, the"
                        + " last no hyphen, 2 characters at least."));
  }
}
