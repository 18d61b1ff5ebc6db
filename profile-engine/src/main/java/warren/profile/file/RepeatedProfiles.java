package warren.profile.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.Names;

/** Finds profiles that stand more than once, in one file or in several. */
public final class RepeatedProfiles {
  private static final Code TWICE = new Code("profile-twice");

  private final Map<String, FileProfile> first = new HashMap<>();

  /** An error when one of the same name and namespace was added before. */
  public Optional<Finding> add(FileProfile profile) {
    String namespace = profile.profile().getMetadata().getNamespace();
    String key =
        Objects.requireNonNullElse(namespace, Names.PROFILE_NAMESPACE) + "/" + profile.name();
    return Optional.ofNullable(first.putIfAbsent(key, profile))
        .map(
            before ->
                Finding.error(
                        TWICE,
                        Blame.INTERNAL,
                        "The profile '%s' is in %s already."
                            .formatted(profile.name(), before.place()))
                    .hint("Keep one of the two.")
                    .at(profile.place()));
  }
}
