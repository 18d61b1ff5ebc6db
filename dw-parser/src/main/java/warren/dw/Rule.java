package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The rule for one command.
 *
 * @param driverLabel which driver it belongs to
 * @param watchStates the states in which that driver has work; none means that the rule only checks
 * @param definitions the arguments; the first whose key fits an argument decides about it
 */
public record Rule(
    String command,
    String driverLabel,
    List<WorkflowState> watchStates,
    List<RuleDefinition> definitions) {
  public Rule {
    requireNonNull(command, "command");
    requireNonNull(driverLabel, "driverLabel");
    watchStates = List.copyOf(watchStates);
    definitions = List.copyOf(definitions);
  }
}
