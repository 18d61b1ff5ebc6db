package warren.dw;

import java.util.List;

/**
 * {@code #DW persistentdw}: use of persistent storage that an earlier workflow created.
 *
 * @param name the {@code name=} of the {@code create_persistent}
 * @param requires what {@code requires=} lists, in the order written
 */
public record PersistentDw(int index, String name, List<String> requires) implements Directive {
  public PersistentDw {
    Limits.index(index);
    Limits.name(name, "name");
    requires = Limits.requires(requires);
  }

  @Override
  public String text() {
    return DirectiveText.of("persistentdw")
        .with("name", name)
        .withList("requires", requires)
        .toString();
  }
}
