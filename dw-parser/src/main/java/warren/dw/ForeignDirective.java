package warren.dw;

import java.util.List;

/**
 * A directive of a command that the rule book knows and Warren does not: kept as it was written.
 *
 * @param arguments in the order written
 */
public record ForeignDirective(int index, String command, List<Argument> arguments)
    implements Directive {
  public ForeignDirective {
    Limits.index(index);
    Words.name(command, "the command");
    arguments = List.copyOf(arguments);
  }

  @Override
  public String text() {
    DirectiveText text = DirectiveText.of(command);
    for (Argument argument : arguments) {
      text = text.with(argument);
    }
    return text.toString();
  }
}
