package warren.dw;

import java.util.List;

/**
 * {@code #DW container}: run the containers of a profile on the Rabbits of the job.
 *
 * @param profile the name of an {@code NnfContainerProfile}
 * @param storages the storage arguments, in the order written; no key twice
 */
public record ContainerDw(int index, String name, String profile, List<StorageBinding> storages)
    implements Directive {
  public ContainerDw {
    Limits.index(index);
    Limits.name(name, "name");
    Limits.name(profile, "profile");
    storages = List.copyOf(storages);
    if (storages.stream().map(StorageBinding::key).distinct().count() < storages.size()) {
      throw new IllegalArgumentException("a storage argument is given twice: " + storages);
    }
  }

  @Override
  public String text() {
    DirectiveText text = DirectiveText.of("container").with("name", name).with("profile", profile);
    for (StorageBinding storage : storages) {
      text = text.with(storage.key(), storage.value());
    }
    return text.toString();
  }
}
