package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was read of one directive, accepted or not.
 *
 * @param command its second word; empty when it has none, does not begin with {@code #DW}, or is
 *     too long to be read
 * @param arguments all that were given, in the order written, repeated ones too
 * @param registrations who has work for it; none where the rule book refuses it
 */
public record ReadDirective(
    DirectiveLine line,
    Optional<String> command,
    List<Argument> arguments,
    List<Registration> registrations) {
  public ReadDirective {
    requireNonNull(line, "line");
    requireNonNull(command, "command");
    arguments = List.copyOf(arguments);
    registrations = List.copyOf(registrations);
    if (command.isEmpty() && !(arguments.isEmpty() && registrations.isEmpty())) {
      throw new IllegalArgumentException("arguments without a command: " + arguments);
    }
  }
}
