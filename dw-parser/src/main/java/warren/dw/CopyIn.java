package warren.dw;

import java.util.Optional;

/**
 * {@code #DW copy_in}: data copied before the job, in the state DataIn.
 *
 * @param source a path, or one below {@code $DW_JOB_name} or {@code $DW_PERSISTENT_name}
 * @param destination likewise
 * @param profile the data-movement profile; empty means the site's default
 */
public record CopyIn(int index, String source, String destination, Optional<String> profile)
    implements Directive {
  public CopyIn {
    Limits.index(index);
    Words.value(source, "source");
    Words.value(destination, "destination");
    Limits.name(profile, "profile");
  }

  @Override
  public String text() {
    return DirectiveText.of("copy_in")
        .with("source", source)
        .with("destination", destination)
        .with("profile", profile)
        .toString();
  }
}
