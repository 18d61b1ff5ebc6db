package warren.plan;

import java.util.List;
import java.util.Optional;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.StorageBinding;
import warren.profile.AccessMode;

/** The planner's findings in words; none of them knows its directive yet. */
final class Refusals {
  static final Code USER_ZERO = new Code("user-zero");
  static final Code DIRECTIVE_NOT_SUPPORTED = new Code("directive-not-supported");
  static final Code FILE_SYSTEM_NOT_SUPPORTED = new Code("file-system-not-supported");
  static final Code ARGUMENT_NOT_SUPPORTED = new Code("argument-not-supported");
  static final Code UNKNOWN_PROFILE = new Code("unknown-profile");
  static final Code PROFILE_RESTRICTED = new Code("profile-restricted");
  static final Code STORAGE_MISSING = new Code("storage-missing");
  static final Code STORAGE_UNKNOWN = new Code("storage-not-in-profile");
  static final Code STORAGE_UNDEFINED = new Code("storage-undefined");
  static final Code OVER_LIMIT = new Code("profile-limit-exceeded");
  static final Code GLOBAL_PATH = new Code("global-path-unusable");
  static final Code GLOBAL_MODE = new Code("global-access-not-granted");
  static final Code IGNORED = new Code("argument-ignored");

  private Refusals() {}

  static Finding userZero() {
    return user(USER_ZERO, "User 0 never gets a container.", "Run the job as another user.");
  }

  static Finding unknownProfile(String name, Optional<String> near) {
    return user(
        UNKNOWN_PROFILE,
        "There is no container profile '" + name + "'.",
        near.map(other -> "Did you mean '" + other + "'?")
            .orElse("Ask your administrator which profiles there are."));
  }

  /**
   * @param whom who may use it, such as {@code user 1050}
   */
  static Finding restricted(String name, String whom) {
    return user(
        PROFILE_RESTRICTED,
        "The container profile '" + name + "' is restricted to " + whom + ".",
        "Use another profile, or ask your administrator.");
  }

  /** The same where the profile's author wrote it so that it cannot be told whom. */
  static Finding restrictedSomehow(String name) {
    return Finding.error(
            PROFILE_RESTRICTED,
            Blame.INTERNAL,
            "The container profile '"
                + name
                + "' has a fault where it says who may use it, so nobody may.")
        .hint("Tell your administrator, who can correct the profile.");
  }

  static Finding storageMissing(String profile, String name) {
    return user(
        STORAGE_MISSING,
        "The container profile '" + profile + "' requires the storage " + name + ".",
        "Add " + name + "=<name of a storage directive> to the container directive.");
  }

  static Finding storageUnknown(String profile, String key, Optional<String> near) {
    return user(
        STORAGE_UNKNOWN,
        "The storage " + key + " was not found in the container profile '" + profile + "'.",
        near.map(other -> "Did you mean " + other + "?")
            .orElse("Remove the argument, or use a profile that names it."));
  }

  static Finding storageUndefined(StorageBinding binding) {
    return user(
        STORAGE_UNDEFINED,
        "No jobdw directive is named '" + binding.value() + "', as " + binding.key() + " wants.",
        "Add '#DW jobdw … name=" + binding.value() + "', or name one that is there.");
  }

  static Finding storageNotSupported(StorageBinding binding) {
    return user(
        ARGUMENT_NOT_SUPPORTED,
        binding.key()
            + " is not supported yet: containers get the storage of jobdw directives only.",
        "Remove the argument, or use a DW_JOB_ storage.");
  }

  /**
   * A job that is larger than a profile allows.
   *
   * @param limit such as {@code 4 nodes}
   * @param given what the job has of it
   */
  static Finding overLimit(String profile, String limit, String given) {
    return user(
        OVER_LIMIT,
        "The container profile '%s' allows %s, and the job has %s."
            .formatted(profile, limit, given),
        "Make the job smaller, or ask your administrator for another profile.");
  }

  static Finding globalPath(StorageBinding binding) {
    return user(
        GLOBAL_PATH,
        binding.key() + "=" + binding.value() + " names no absolute path without '..'.",
        "Give the path as it is on the computes.");
  }

  /**
   * A path of no global file system.
   *
   * @param roots where they are
   */
  static Finding globalUnknown(StorageBinding binding, List<String> roots) {
    return user(
        GLOBAL_PATH,
        binding.key() + "=" + binding.value() + " is on no global file system of this site.",
        "Containers can have what is below " + String.join(" or ", roots) + ".");
  }

  static Finding globalMode(StorageBinding binding, String root, AccessMode mode) {
    return Finding.error(
            GLOBAL_MODE,
            Blame.INTERNAL,
            "The profile mounts %s as %s, and the site does not grant that for %s."
                .formatted(binding.key(), mode.word(), root))
        .hint("Tell your administrator, who can correct the profile's pvcMode.");
  }

  static Finding fileSystem(String message) {
    return user(FILE_SYSTEM_NOT_SUPPORTED, message, "Use type=lustre, type=gfs2 or type=xfs.");
  }

  static Finding directive(String command) {
    return user(
        DIRECTIVE_NOT_SUPPORTED,
        "The directive " + command + " is not supported yet.",
        "Remove it: jobdw and container are supported.");
  }

  static Finding requires(String word) {
    return user(
        ARGUMENT_NOT_SUPPORTED,
        "requires=" + word + " is not supported yet.",
        "Remove it from the jobdw directive.");
  }

  static Finding storageProfileIgnored(String profile) {
    return Finding.warning(
        IGNORED, "profile=" + profile + " is ignored: there are no storage profiles here.");
  }

  private static Finding user(Code code, String message, String hint) {
    return Finding.error(code, Blame.USER, message).hint(hint);
  }
}
