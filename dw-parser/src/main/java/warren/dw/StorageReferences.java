package warren.dw;

import java.util.List;
import java.util.Optional;

/** Checks that the storage which containers and copies speak of is there and fits. */
final class StorageReferences {
  private static final String JOB = "jobdw";
  private static final String PERSISTENT = "persistentdw";

  private final StorageNames job;
  private final StorageNames persistent;

  private StorageReferences(List<ParsedDirective> directives) {
    this.job = new StorageNames(directives, JOB);
    this.persistent = new StorageNames(directives, PERSISTENT);
  }

  static List<Finding> check(List<ParsedDirective> directives) {
    StorageReferences references = new StorageReferences(directives);
    return directives.stream()
        .flatMap(d -> d.arguments().stream().flatMap(a -> references.check(d, a).stream()))
        .toList();
  }

  private Optional<Finding> check(ParsedDirective directive, ParsedArgument argument) {
    String name = argument.name();
    boolean copies = directive.is("copy_in") || directive.is("copy_out");
    if (directive.is("container")) {
      return StorageBinding.Scope.ofKey(name)
          .flatMap(
              scope -> argument.given().flatMap(value -> bound(directive, name, scope, value)));
    }
    return copies && (name.equals("source") || name.equals("destination"))
        ? argument.given().flatMap(path -> copied(directive, name, path))
        : Optional.empty();
  }

  private Optional<Finding> bound(
      ParsedDirective directive, String argument, StorageBinding.Scope scope, Word value) {
    return switch (scope) {
      case JOB ->
          undefined(directive, argument, value, value.text(), JOB)
              .or(() -> unfit(directive, value, value.text(), "xfs", "containers", "gfs2"));
      case PERSISTENT -> undefined(directive, argument, value, value.text(), PERSISTENT);
      case GLOBAL ->
          value.text().startsWith("/")
              ? Optional.empty()
              : Optional.of(notGlobal(directive, argument, value));
    };
  }

  private Optional<Finding> copied(ParsedDirective directive, String argument, Word path) {
    Optional<String> job = storage(path, StorageBinding.Scope.JOB);
    if (job.isPresent()) {
      return undefined(directive, argument, path, job.get(), JOB)
          .or(() -> unfit(directive, path, job.get(), "raw", "copies", "xfs, gfs2"));
    }
    Optional<String> persistent = storage(path, StorageBinding.Scope.PERSISTENT);
    if (persistent.isPresent()) {
      return undefined(directive, argument, path, persistent.get(), PERSISTENT);
    }
    return path.text().startsWith("/")
        ? Optional.empty()
        : Optional.of(notCopyable(directive, argument, path));
  }

  /** The storage that a path begins with: up to the first slash, underscores meaning hyphens. */
  private static Optional<String> storage(Word path, StorageBinding.Scope scope) {
    String start = "$" + scope.prefix();
    return path.text().startsWith(start)
        ? Optional.of(path.text().substring(start.length()).split("/", 2)[0].replace('_', '-'))
        : Optional.empty();
  }

  private Optional<Finding> undefined(
      ParsedDirective directive, String argument, Word place, String name, String command) {
    boolean wantsJob = command.equals(JOB);
    if ((wantsJob ? job : persistent).has(name)) {
      return Optional.empty();
    }
    String message =
        name.isEmpty()
            ? "'" + argument + "' does not say which storage it speaks of."
            : "'%s' speaks of the storage '%s', but no %s directive has that name."
                .formatted(argument, name, command);
    return Optional.of(
        directive
            .error(Codes.STORAGE_UNDEFINED, place.place(), message)
            .hint(wantsJob ? insteadOfJob(name) : insteadOfPersistent(name)));
  }

  private String insteadOfJob(String name) {
    if (persistent.has(name)) {
      return "A persistentdw has it: write DW_PERSISTENT_ instead of DW_JOB_.";
    }
    return job.isEmpty() ? "Add a jobdw directive with " + nameOf(name) + "." : job.insteadOf(name);
  }

  private String insteadOfPersistent(String name) {
    if (job.has(name)) {
      return "A jobdw has it: write DW_JOB_ instead of DW_PERSISTENT_.";
    }
    return persistent.isEmpty()
        ? "Add a persistentdw directive with " + nameOf(name) + "."
        : persistent.insteadOf(name);
  }

  private static String nameOf(String name) {
    return name.isEmpty() ? "a name" : "'name=" + name + "'";
  }

  /** Persistent storage is not looked at: its type is known to the cluster only. */
  private Optional<Finding> unfit(
      ParsedDirective directive, Word place, String name, String type, String users, String fit) {
    return job.has(name, type)
        ? Optional.of(
            directive
                .error(
                    Codes.STORAGE_TYPE,
                    place.place(),
                    "The storage '"
                        + name
                        + "' is of type "
                        + type
                        + ", which "
                        + users
                        + " cannot use.")
                .hint("Give its jobdw the type " + fit + " or lustre."))
        : Optional.empty();
  }

  private static Finding notGlobal(ParsedDirective directive, String argument, Word path) {
    return directive
        .error(
            Codes.NOT_A_PATH,
            path.place(),
            "'" + argument + "' needs a path, which begins with '/'.")
        .hint("Write the path of a global file system; job storage is bound by DW_JOB_ arguments.");
  }

  private static Finding notCopyable(ParsedDirective directive, String argument, Word path) {
    return directive
        .error(
            Codes.NOT_A_PATH,
            path.place(),
            path.text().isEmpty()
                ? "The " + argument + " is empty."
                : "The " + argument + " '" + path.text() + "' is neither a path nor storage.")
        .hint("Begin it with '/', '$DW_JOB_name' or '$DW_PERSISTENT_name', without braces.");
  }
}
