package warren.dw;

import java.util.List;
import java.util.Optional;

/** Checks that the storage which containers and copies speak of is there, in time, and fits. */
final class StorageReferences {
  private static final String JOB = "jobdw";
  private static final String XFS =
      "xfs, which containers cannot use: one host at a time can mount it, and that is the compute";
  private static final String PERSISTENT = "persistentdw";

  private final StorageNames job;
  private final StorageNames persistent;

  StorageReferences(List<ParsedDirective> directives) {
    this.job = new StorageNames(directives, JOB);
    this.persistent = new StorageNames(directives, PERSISTENT);
  }

  /** Tells what is wrong with what this directive says of storage. */
  void check(ParsedDirective directive, Faults faults) {
    boolean copies = directive.is("copy_in") || directive.is("copy_out");
    for (ParsedArgument argument : directive.arguments()) {
      String name = argument.name();
      if (directive.is("container")) {
        StorageBinding.Scope.ofKey(name)
            .ifPresent(
                scope ->
                    argument
                        .given()
                        .ifPresent(word -> bound(directive, name, scope, word, faults)));
      } else if (copies && (name.equals("source") || name.equals("destination"))) {
        argument.given().ifPresent(path -> copied(directive, name, path, faults));
      }
    }
  }

  private void bound(
      ParsedDirective directive,
      String argument,
      StorageBinding.Scope scope,
      Word value,
      Faults faults) {
    switch (scope) {
      case JOB -> named(job, directive, argument, value, faults);
      case PERSISTENT -> named(persistent, directive, argument, value, faults);
      case GLOBAL -> {
        if (!value.text().startsWith("/")) {
          faults.add(() -> notGlobal(directive, argument, value));
        }
      }
    }
  }

  private void named(
      StorageNames names, ParsedDirective container, String argument, Word value, Faults faults) {
    String name = value.text();
    if (!names.has(name)) {
      faults.add(() -> undefined(names, container, argument, value, name));
      return;
    }
    if (names == job && job.has(name, "xfs")) {
      faults.add(() -> unfit(container, value, name, XFS, "gfs2"));
    }
    names
        .placeBehind(name, container)
        .ifPresent(place -> faults.add(() -> tooLate(container, value, place)));
  }

  private void copied(ParsedDirective copy, String argument, Word path, Faults faults) {
    Optional<String> jobName = storage(path, StorageBinding.Scope.JOB);
    Optional<String> persistentName = storage(path, StorageBinding.Scope.PERSISTENT);
    if (jobName.isPresent()) {
      String name = jobName.get();
      if (!job.has(name)) {
        faults.add(() -> undefined(job, copy, argument, path, name));
      } else if (job.has(name, "raw")) {
        faults.add(() -> unfit(copy, path, name, "raw, which copies cannot use", "xfs, gfs2"));
      }
    } else if (persistentName.isPresent()) {
      String name = persistentName.get();
      if (!persistent.has(name)) {
        faults.add(() -> undefined(persistent, copy, argument, path, name));
      }
    } else if (!path.text().startsWith("/")) {
      faults.add(() -> notCopyable(copy, argument, path));
    }
  }

  /** The storage that a path begins with: up to the first slash, underscores meaning hyphens. */
  static Optional<String> storage(Word path, StorageBinding.Scope scope) {
    String start = "$" + scope.prefix();
    return path.text().startsWith(start)
        ? Optional.of(path.text().substring(start.length()).split("/", 2)[0].replace('_', '-'))
        : Optional.empty();
  }

  private Finding undefined(
      StorageNames names, ParsedDirective directive, String argument, Word place, String name) {
    String command = names == job ? JOB : PERSISTENT;
    String message =
        name.isEmpty()
            ? Shown.quoted(argument) + " does not say which storage it speaks of."
            : "%s speaks of the storage %s, but no %s directive has that name."
                .formatted(Shown.quoted(argument), Shown.quoted(name), command);
    return directive
        .error(Codes.STORAGE_UNDEFINED, place.place(), message)
        .hint(names == job ? insteadOfJob(name) : insteadOfPersistent(name));
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
    return name.isEmpty() ? "a name" : Shown.quoted("name=" + name);
  }

  /** Persistent storage is not looked at: its type is known to the cluster only. */
  private static Finding unfit(
      ParsedDirective directive, Word place, String name, String typeAndWhy, String fit) {
    return directive
        .error(
            Codes.STORAGE_TYPE,
            place.place(),
            "The storage " + Shown.quoted(name) + " is of type " + typeAndWhy + ".")
        .hint("Give its jobdw the type " + fit + " or lustre.");
  }

  private static Finding tooLate(ParsedDirective container, Word value, Place storage) {
    return container
        .error(
            Codes.CONTAINER_BEFORE_STORAGE,
            value.place(),
            "The container comes before its storage %s, so NNF would let it wait for ever."
                .formatted(Shown.quoted(value.text())))
        .hint("Move the container directive behind " + Lines.of(storage) + ".");
  }

  private static Finding notGlobal(ParsedDirective directive, String argument, Word path) {
    return directive
        .error(
            Codes.NOT_A_PATH,
            path.place(),
            Shown.quoted(argument) + " needs a path, which begins with '/'.")
        .hint("Write the path of a global file system; job storage is bound by DW_JOB_ arguments.");
  }

  private static Finding notCopyable(ParsedDirective directive, String argument, Word path) {
    return directive
        .error(
            Codes.NOT_A_PATH,
            path.place(),
            path.text().isEmpty()
                ? "The " + argument + " is empty."
                : "The %s %s is neither a path nor storage."
                    .formatted(argument, Shown.quoted(path.text())))
        .hint("Begin it with '/', '$DW_JOB_name' or '$DW_PERSISTENT_name', without braces.");
  }
}
