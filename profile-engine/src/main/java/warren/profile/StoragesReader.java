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

  /** Prefix and suffix as the directive's grammar has them: only such an argument can be given. */
  private static final String NAME = "(DW_JOB|DW_PERSISTENT|DW_GLOBAL)_[a-z][a-z0-9_]+";

  private StoragesReader() {}

  static List<ProfileStorage> read(Payload payload) {
    Set<String> names = new HashSet<>();
    List<ProfileStorage> storages = new ArrayList<>();
    for (Payload written : payload.objects("storages")) {
      Payload storage = written.filtered(STORAGE);
      String name = storage.text("name").orElse("");
      if (checkName(storage, name, names)) {
        checkAccessMode(storage, name);
        storages.add(new ProfileStorage(name, storage.flag("optional", false)));
      }
    }
    return storages;
  }

  private static boolean checkName(Payload storage, String name, Set<String> names) {
    if (!name.matches(NAME)) {
      storage
          .notes()
          .invalid(
              storage.pathOf("name"),
              "is '" + name + "', which no directive can give",
              "Use DW_JOB_, DW_PERSISTENT_ or DW_GLOBAL_ and then lower-case letters, digits and"
                  + " underscores.");
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

  private static void checkAccessMode(Payload storage, String name) {
    boolean global =
        StorageBinding.Scope.ofKey(name).equals(Optional.of(StorageBinding.Scope.GLOBAL));
    if (!global && !storage.text("pvcMode").orElse("").isEmpty()) {
      storage
          .notes()
          .refused(storage.pathOf("pvcMode"), "only a DW_GLOBAL_ storage has an access mode");
    }
  }
}
