package warren.dw;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that the directives of one command give to storage, and the types given with each.
 * Every name counts, of a repeated argument too.
 */
final class StorageNames {
  /**
   * More are neither compared nor listed: hints are for people, and time must not grow with them.
   */
  private static final int SHOWN = 10;

  private static final int COMPARED = 100;

  private final Map<String, Set<String>> typesByName = new LinkedHashMap<>();

  StorageNames(List<ParsedDirective> directives, String command) {
    directives.stream().filter(directive -> directive.is(command)).forEach(this::add);
  }

  private void add(ParsedDirective directive) {
    for (ParsedArgument argument : directive.arguments()) {
      String name = argument.given().map(Word::text).orElse("");
      if (argument.name().equals("name") && !name.isEmpty()) {
        Set<String> types = typesByName.computeIfAbsent(name, key -> new HashSet<>());
        directive.value("type").map(Word::text).ifPresent(types::add);
      }
    }
  }

  boolean has(String name) {
    return typesByName.containsKey(name);
  }

  boolean has(String name, String type) {
    return typesByName.getOrDefault(name, Set.of()).contains(type);
  }

  boolean isEmpty() {
    return typesByName.isEmpty();
  }

  /** Which of these names may have been meant. */
  String insteadOf(String name) {
    List<String> names = typesByName.keySet().stream().limit(COMPARED).toList();
    return RuleFindings.didYouMean(name, names).orElseGet(this::all);
  }

  private String all() {
    int count = typesByName.size();
    if (count > SHOWN) {
      return "None of the " + count + " names given is near it.";
    }
    return (count == 1 ? "There is only " : "There are ")
        + RuleFindings.and(List.copyOf(typesByName.keySet()))
        + ".";
  }
}
