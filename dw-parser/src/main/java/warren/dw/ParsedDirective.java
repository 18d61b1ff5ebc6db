package warren.dw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A directive taken apart, before any rule is asked. */
final class ParsedDirective {
  /** The name under which the Go original keeps the command among the arguments. */
  static final String COMMAND_KEY = "command";

  private final DirectiveLine line;
  private final Word command;
  private final List<ParsedArgument> arguments;
  private final Map<String, ParsedArgument> first;

  ParsedDirective(DirectiveLine line, Word command, List<ParsedArgument> arguments) {
    this.line = line;
    this.command = command;
    this.arguments = List.copyOf(arguments);
    this.first = LinkedHashMap.newLinkedHashMap(arguments.size());
    this.arguments.forEach(argument -> first.putIfAbsent(argument.name(), argument));
  }

  DirectiveLine line() {
    return line;
  }

  int index() {
    return line.index();
  }

  /** Its second word, whatever that looks like. */
  Word command() {
    return command;
  }

  boolean is(String name) {
    return command.text().equals(name);
  }

  /** As they were written, repeated ones too. */
  List<ParsedArgument> arguments() {
    return arguments;
  }

  /** The first argument of this name. */
  Optional<ParsedArgument> argument(String name) {
    return Optional.ofNullable(first.get(name));
  }

  /** The arguments in their order, of repeated ones the first. */
  Iterable<ParsedArgument> distinct() {
    return first.values();
  }

  /** Whether an earlier argument has the name of this one, or the command does. */
  boolean isRepeated(ParsedArgument argument) {
    return argument.name().equals(COMMAND_KEY) || !argument.equals(first.get(argument.name()));
  }

  /** The arguments as they were written, repeated ones too. */
  List<Argument> written() {
    return arguments.stream().map(ParsedArgument::argument).toList();
  }

  /** The value of this argument, where it was given one. */
  Optional<Word> value(String name) {
    return argument(name).flatMap(ParsedArgument::given);
  }

  Finding error(Codes code, Place place, String message) {
    return Finding.error(code.code(), Blame.USER, message).about(index()).at(place);
  }

  Finding warning(Codes code, Place place, String message) {
    return Finding.warning(code.code(), message).about(index()).at(place);
  }
}
