package warren.dw;

import java.util.Map;
import java.util.Optional;

/** What the arguments that must be given are for, in words. */
final class Purposes {
  private static final Map<String, String> BY_ARGUMENT =
      Map.ofEntries(
          Map.entry("jobdw type", "the file system of the storage"),
          Map.entry("jobdw capacity", "the size of the storage"),
          Map.entry("jobdw name", "the name other directives call the storage by"),
          Map.entry("create_persistent type", "the file system of the storage"),
          Map.entry("create_persistent name", "the name later jobs call the storage by"),
          Map.entry("destroy_persistent name", "the name of the storage to destroy"),
          Map.entry("persistentdw name", "the name of the storage to use"),
          Map.entry("copy_in source", "what is copied"),
          Map.entry("copy_in destination", "where it is copied to"),
          Map.entry("copy_out source", "what is copied"),
          Map.entry("copy_out destination", "where it is copied to"),
          Map.entry("container name", "a name for the container"),
          Map.entry("container profile", "the profile that says what runs"));

  private Purposes() {}

  static Optional<String> of(String command, String argument) {
    return Optional.ofNullable(BY_ARGUMENT.get(command + " " + argument));
  }
}
