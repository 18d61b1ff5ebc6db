package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * {@code #DW jobdw}: storage that lives as long as the workflow.
 *
 * @param name a lower-case letter, then one or more lower-case letters, digits or hyphens, as all
 *     names in directives
 * @param capacity more than nothing
 * @param profile the storage profile; empty means the site's default
 * @param requires what {@code requires=} lists, in the order written
 */
public record JobDw(
    int index,
    String name,
    FileSystemType type,
    Capacity capacity,
    Optional<String> profile,
    List<String> requires)
    implements Directive {
  public JobDw {
    Limits.index(index);
    Limits.name(name, "name");
    requireNonNull(type, "type");
    Limits.capacity(capacity);
    Limits.name(profile, "profile");
    requires = Limits.requires(requires);
  }

  @Override
  public String text() {
    return DirectiveText.of("jobdw")
        .with("type", type.word())
        .with("capacity", capacity.text())
        .with("name", name)
        .with("profile", profile)
        .withList("requires", requires)
        .toString();
  }
}
