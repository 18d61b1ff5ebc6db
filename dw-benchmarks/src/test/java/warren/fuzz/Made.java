package warren.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import warren.dw.Expression;
import warren.dw.Rule;
import warren.dw.RuleDefinition;
import warren.dw.RuleObject;
import warren.dw.ValueForm;
import warren.dw.WatchState;

/**
 * Rule books and directives made of the fuzzer's bytes. Commands, names and values are mostly taken
 * from short lists, so that rules and directives meet; the rest is any text.
 */
record Made(FuzzedDataProvider data) {
  private static final List<String> COMMANDS =
      List.of("container", "jobdw", "copy_in", "create_persistent", "persistentdw", "wait", "");

  private static final List<String> NAMES =
      List.of(
          "name",
          "profile",
          "type",
          "capacity",
          "requires",
          "source",
          "DW_JOB_a",
          "n",
          "command",
          "");

  private static final List<String> VALUES =
      List.of(
          "aa",
          "bb",
          "lustre",
          "10GiB",
          "true",
          "-7",
          "a,b,a",
          "/p",
          "$DW_JOB_aa",
          "$$empty_value_123456$$",
          "");

  /** Overlapping, broken, and such as take exponential time in engines that try and go back. */
  private static final List<String> EXPRESSIONS =
      List.of(
          ".*",
          "",
          "^$",
          "^name$",
          "^[a-z][a-z0-9-]+$",
          "(a|aa)+$",
          "^(a+)+$",
          "(.*)(.*)(.*)(.*)(.*)[^a]$",
          "(?i)(?s)^.{0,1000}$",
          "((a{0,30}){0,30}){0,30}",
          "x{1000}",
          "\\pL+\\b|\\PL+$",
          "(?P<n>a)*?",
          "[",
          "a**",
          "(?<=a)b",
          "\\C",
          "\\xff");

  private static final List<String> SPACES = List.of(" ", "\t", "\n", "\u00a0", "\u3000", "  ", "");

  List<RuleObject> book() {
    return some(
        3, () -> new RuleObject(data.pickValue(List.of("nnf", "a", "")), some(3, this::rule)));
  }

  /** At most so many of these. */
  private <T> List<T> some(int most, Supplier<T> each) {
    return Stream.generate(each).limit(data.consumeInt(0, most)).toList();
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return data.consumeBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private String either(List<String> known) {
    return data.consumeInt(0, 9) < 8 ? data.pickValue(known) : data.consumeString(20);
  }

  private Rule rule() {
    return new Rule(
        either(COMMANDS),
        maybe(() -> data.consumeString(5)),
        WatchState.list(data.pickValue(List.of("", "Setup", "Setup,Teardown", ",", "setup"))),
        some(6, this::definition));
  }

  private RuleDefinition definition() {
    return new RuleDefinition(
        expression(),
        form(),
        data.consumeBoolean(),
        data.consumeBoolean(),
        maybe(() -> data.pickValue(List.of("set", ""))));
  }

  private Expression expression() {
    return Expression.of(either(EXPRESSIONS));
  }

  private ValueForm form() {
    return switch (data.consumeInt(0, 4)) {
      case 0 -> new ValueForm.WholeNumber(bound(), bound());
      case 1 -> new ValueForm.TrueOrFalse(data.consumeBoolean());
      case 2 -> new ValueForm.Text(maybe(this::expression));
      case 3 -> new ValueForm.TextList(some(4, this::expression));
      default -> new ValueForm.Unknown(data.consumeString(5));
    };
  }

  private OptionalLong bound() {
    return data.consumeBoolean() ? OptionalLong.of(data.consumeLong()) : OptionalLong.empty();
  }

  List<String> directives() {
    return some(5, this::directive);
  }

  private String directive() {
    StringBuilder text =
        new StringBuilder(data.consumeInt(0, 9) < 9 ? "#DW" : data.consumeString(5));
    text.append(data.pickValue(SPACES)).append(either(COMMANDS));
    for (String argument : some(6, this::argument)) {
      text.append(data.pickValue(SPACES)).append(argument);
    }
    return text.toString();
  }

  private String argument() {
    String name = either(NAMES);
    return switch (data.consumeInt(0, 15)) {
      case 0 -> name;
      case 1 -> name + "=" + (either(VALUES) + ",").repeat(data.consumeInt(0, 300));
      default -> name + "=" + either(VALUES);
    };
  }
}
