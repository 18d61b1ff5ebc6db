package warren.dw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which commands there are and what their arguments may be. Where several rules have one command, a
 * directive must satisfy all of them. Immutable; worth keeping, as its expressions are compiled.
 */
public final class RuleBook {
  /** A rule, and the driver that has its work. */
  record Entry(String driver, Rule rule) {}

  private final Map<String, List<Entry>> byCommand;

  private RuleBook(Map<String, List<Entry>> byCommand) {
    this.byCommand = byCommand;
  }

  /**
   * The book of these objects, taken in the order of their names: DWS leaves their order open, and
   * the same objects should always give the same answers.
   */
  public static RuleBook of(List<RuleObject> objects) {
    Map<String, List<Entry>> byCommand = new LinkedHashMap<>();
    objects.stream()
        .sorted(Comparator.comparing(RuleObject::name))
        .forEach(object -> object.rules().forEach(rule -> add(byCommand, object, rule)));
    byCommand.replaceAll((command, entries) -> List.copyOf(entries));
    return new RuleBook(byCommand);
  }

  private static void add(Map<String, List<Entry>> byCommand, RuleObject object, Rule rule) {
    byCommand
        .computeIfAbsent(rule.command(), command -> new ArrayList<>())
        .add(new Entry(rule.driverLabel().orElse(object.name()), rule));
  }

  /** The rules of NNF: the seven commands that Warren understands. */
  public static RuleBook standard() {
    return StandardRules.BOOK;
  }

  /** The commands, in the book's order. */
  public Set<String> commands() {
    return Collections.unmodifiableSet(byCommand.keySet());
  }

  /** The rules for this command, in the book's order; none when there is no such command. */
  List<Entry> of(String command) {
    return byCommand.getOrDefault(command, List.of());
  }
}
