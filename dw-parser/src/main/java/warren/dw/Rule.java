package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The rule for one command: an element of a DWDirectiveRule's {@code spec}.
 *
 * @param driverLabel which driver has the work; empty means the one named as the rule's object
 * @param watchStates the states in which that driver has work; none means that the rule only checks
 * @param definitions the arguments; the first whose key fits an argument decides about it
 */
public record Rule(
    String command,
    Optional<String> driverLabel,
    List<WatchState> watchStates,
    List<RuleDefinition> definitions) {
  public Rule {
    requireNonNull(command, "command");
    requireNonNull(driverLabel, "driverLabel");
    watchStates = List.copyOf(watchStates);
    definitions = List.copyOf(definitions);
  }
}
