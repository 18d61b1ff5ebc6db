package warren.dw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A directive taken apart, before any rule is asked. */
record ParsedDirective(DirectiveLine line, Word command, List<ParsedArgument> arguments) {
  /** The name under which the Go original keeps the command among the arguments. */
  static final String COMMAND_KEY = "command";

  ParsedDirective {
    arguments = List.copyOf(arguments);
  }

  int index() {
    return line.index();
  }

  boolean is(String name) {
    return command.text().equals(name);
  }

  /** The arguments by name; of repeated ones the first. */
  Map<String, ParsedArgument> byName() {
    Map<String, ParsedArgument> first = new LinkedHashMap<>();
    for (ParsedArgument argument : arguments) {
      first.putIfAbsent(argument.name(), argument);
    }
    return first;
  }

  /** The arguments as they were written, repeated ones too. */
  List<Argument> written() {
    return arguments.stream().map(ParsedArgument::argument).toList();
  }

  /** The value of this argument, where it was given one. */
  Optional<Word> value(String name) {
    return arguments.stream()
        .filter(argument -> argument.name().equals(name))
        .findFirst()
        .flatMap(ParsedArgument::given);
  }

  Finding error(Codes code, Place place, String message) {
    return Finding.error(code.code(), Blame.USER, message).about(index()).at(place);
  }
}
