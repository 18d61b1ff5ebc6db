package warren.dw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says which drivers have work for a directive that all rules of its command accept. */
final class Registrations {
  private Registrations() {}

  /**
   * As DWS registers: a rule adds each of its states, one listed twice twice, but none that an
   * earlier rule has registered for the same driver.
   */
  static List<Registration> of(ParsedDirective directive, List<RuleBook.Entry> entries) {
    List<Registration> all = new ArrayList<>();
    Set<Registration> earlier = new HashSet<>();
    for (RuleBook.Entry entry : entries) {
      List<Registration> added =
          entry.rule().watchStates().stream()
              .map(state -> registration(directive, entry.driver(), state))
              .filter(registration -> !earlier.contains(registration))
              .toList();
      all.addAll(added);
      earlier.addAll(added);
    }
    return all;
  }

  private static Registration registration(
      ParsedDirective directive, String driver, WatchState state) {
    return new Registration(directive.index(), driver, state);
  }
}
