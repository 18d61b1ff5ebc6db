package warren.dw;

import java.util.HashMap;
import java.util.Map;

/** Checks the storage arguments of one container directive against each other. */
final class ContainerStorages {
  /** Of the name of a volume, as Kubernetes allows. */
  private static final int LONGEST_VOLUME = 63;

  private final ParsedDirective container;
  private final Faults faults;
  private final Map<String, ParsedArgument> byVolume = new HashMap<>();
  private final Map<String, ParsedArgument> byStorage = new HashMap<>();

  private ContainerStorages(ParsedDirective container, Faults faults) {
    this.container = container;
    this.faults = faults;
  }

  static void check(ParsedDirective container, Faults faults) {
    ContainerStorages checks = new ContainerStorages(container, faults);
    for (ParsedArgument argument : container.distinct()) {
      StorageBinding.Scope.ofKey(argument.name()).ifPresent(scope -> checks.check(scope, argument));
    }
  }

  private void check(StorageBinding.Scope scope, ParsedArgument argument) {
    String name = argument.name().substring(scope.prefix().length());
    if (name.endsWith("_") || name.length() > LONGEST_VOLUME) {
      faults.add(() -> unusable(argument));
    }
    ParsedArgument sameVolume = byVolume.putIfAbsent(name, argument);
    if (sameVolume != null) {
      faults.add(() -> volumeTwice(sameVolume, argument));
    }
    String storage = argument.given().map(Word::text).orElse("");
    ParsedArgument sameStorage = byStorage.putIfAbsent(scope.prefix() + storage, argument);
    if (sameStorage != null && !storage.isEmpty()) {
      faults.add(() -> storageTwice(sameStorage, argument, storage));
    }
  }

  private Finding unusable(ParsedArgument argument) {
    return container
        .error(
            Codes.UNUSABLE_VOLUME_NAME,
            argument.key().place(),
            "%s cannot be used: Kubernetes has no volumes of that name."
                .formatted(Shown.quoted(argument.name())))
        .hint(
            "Behind the prefix there may be %s characters, the last a letter or a digit."
                .formatted(Integer.toString(LONGEST_VOLUME)));
  }

  private Finding volumeTwice(ParsedArgument first, ParsedArgument second) {
    return container
        .error(
            Codes.VOLUME_NAME_TWICE,
            second.key().place(),
            "%s and %s differ in the prefix alone, so their volumes would have the same name."
                .formatted(Shown.quoted(first.name()), Shown.quoted(second.name())))
        .hint("Rename one of them, in the profile too.");
  }

  private Finding storageTwice(ParsedArgument first, ParsedArgument second, String storage) {
    return container
        .warning(
            Codes.STORAGE_BOUND_TWICE,
            second.given().orElse(second.key()).place(),
            "%s and %s both stand for %s."
                .formatted(
                    Shown.quoted(first.name()), Shown.quoted(second.name()), Shown.quoted(storage)))
        .hint("Keep one of them, unless the profile wants both.");
  }
}
