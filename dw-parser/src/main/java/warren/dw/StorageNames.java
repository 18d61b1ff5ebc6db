package warren.dw;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that the directives of one command give to storage, and the types given with each.
 * Every name counts, of a repeated argument too.
 */
final class StorageNames {
  private final Map<String, Word> firstByName = new LinkedHashMap<>();
  private final Map<String, Set<String>> typesByName = new HashMap<>();

  StorageNames(List<ParsedDirective> directives, String command) {
    directives.stream().filter(directive -> directive.is(command)).forEach(this::add);
  }

  private void add(ParsedDirective directive) {
    for (ParsedArgument argument : directive.arguments()) {
      if (argument.name().equals("name")) {
        argument.given().filter(name -> !name.text().isEmpty()).ifPresent(n -> add(directive, n));
      }
    }
  }

  private void add(ParsedDirective directive, Word name) {
    firstByName.putIfAbsent(name.text(), name);
    Set<String> types = typesByName.computeIfAbsent(name.text(), key -> new HashSet<>());
    directive.value("type").map(Word::text).ifPresent(types::add);
  }

  boolean has(String name) {
    return firstByName.containsKey(name);
  }

  boolean has(String name, String type) {
    return typesByName.getOrDefault(name, Set.of()).contains(type);
  }

  boolean isEmpty() {
    return firstByName.isEmpty();
  }

  /** Where the storage is named, when that is only behind this directive. */
  Optional<Place> placeBehind(String name, ParsedDirective directive) {
    return Optional.ofNullable(firstByName.get(name))
        .filter(word -> word.line().index() > directive.index())
        .map(Word::place);
  }

  /** Which of these names may have been meant. */
  String insteadOf(String name) {
    return RuleFindings.didYouMean(name, firstByName.keySet()).orElseGet(this::all);
  }

  private String all() {
    return (firstByName.size() == 1 ? "There is only " : "There are ")
        + Shown.listed(List.copyOf(firstByName.keySet()), "and")
        + ".";
  }
}
