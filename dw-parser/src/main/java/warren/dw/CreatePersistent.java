package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * {@code #DW create_persistent}: storage that outlives the workflow.
 *
 * @param capacity may be left out only where the storage profile asks for none
 * @param profile the storage profile; empty means the site's default
 */
public record CreatePersistent(
    int index,
    String name,
    FileSystemType type,
    Optional<Capacity> capacity,
    Optional<String> profile)
    implements Directive {
  public CreatePersistent {
    Limits.index(index);
    Limits.name(name, "name");
    requireNonNull(type, "type");
    capacity.ifPresent(Limits::capacity);
    Limits.name(profile, "profile");
  }

  @Override
  public String text() {
    return DirectiveText.of("create_persistent")
        .with("type", type.word())
        .with("capacity", capacity.map(Capacity::text))
        .with("name", name)
        .with("profile", profile)
        .toString();
  }
}
