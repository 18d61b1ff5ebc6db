package warren.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.dw.StorageBinding;
import warren.profile.ResolvedProfile.ProfileStorage;

/** Reads the {@code storages} of a profile. */
final class StoragesReader {
  static final FieldTable STORAGE = FieldTable.of("a storage").keep("name", "optional", "pvcMode");

  /** Only such an argument can be given: the rules' form, and the end that a volume's name has. */
  private static final String NAME = "(DW_JOB|DW_PERSISTENT|DW_GLOBAL)_[a-z][a-z0-9_]*[a-z0-9]";

  /** In characters: a volume is named after it. */
  private static final int LONGEST_NAME = 63;

  private StoragesReader() {}

  static List<ProfileStorage> read(Payload payload) {
    payload.checkLengths("storages");
    Set<String> names = new HashSet<>();
    List<ProfileStorage> storages = new ArrayList<>();
    for (Payload written : payload.objects("storages")) {
      Payload storage = written.filtered(STORAGE);
      String name = storage.text("name").orElse("");
      boolean named = checkName(storage, name, names);
      boolean optional = storage.flag("optional", false);
      storage.defaulted("optional");
      if (named && !optional && !name.startsWith(StorageBinding.Scope.JOB.prefix())) {
        storage
            .notes()
            .unwise(
                storage.path(),
                "requires "
                    + name
                    + ", and only DW_JOB_ storages can be given yet, so no job can use"
                    + " the profile",
                "Make it optional.");
      }
      Optional<AccessMode> mode = mode(storage, name);
      if (named) {
        storages.add(new ProfileStorage(name, optional, mode));
      }
    }
    return storages;
  }

  private static boolean checkName(Payload storage, String name, Set<String> names) {
    if (!name.matches(NAME) || name.length() > LONGEST_NAME) {
      storage
          .notes()
          .invalid(
              storage.pathOf("name"),
              "is '" + name + "', which no directive can give",
              "Use DW_JOB_, DW_PERSISTENT_ or DW_GLOBAL_ and then lower-case letters, digits and"
                  + " underscores, the last no underscore, 63 characters in all.");
      return false;
    }
    if (!names.add(name)) {
      storage
          .notes()
          .invalid(
              storage.pathOf("name"),
              "is '" + name + "', as another storage's is",
              "Name every storage once.");
      return false;
    }
    return true;
  }

  private static Optional<AccessMode> mode(Payload storage, String name) {
    boolean global =
        StorageBinding.Scope.ofKey(name).equals(Optional.of(StorageBinding.Scope.GLOBAL));
    String word = storage.text("pvcMode").orElse("");
    if (!global && !word.isEmpty()) {
      storage
          .notes()
          .refused(storage.pathOf("pvcMode"), "only a DW_GLOBAL_ storage has an access mode");
    }
    if (!global) {
      return Optional.empty();
    }
    storage.defaulted("pvcMode");
    Optional<AccessMode> mode =
        word.isEmpty() ? Optional.of(AccessMode.READ_WRITE_MANY) : AccessMode.of(word);
    if (mode.isEmpty()) {
      storage
          .notes()
          .invalid(
              storage.pathOf("pvcMode"),
              "is '" + word + "', and the containers of a job are on many nodes",
              "It is one of " + String.join(" and ", AccessMode.words()) + ".");
    }
    return mode;
  }
}
