package warren.dw;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts, scripts and rules such as nobody sane writes. */
final class Hostile {
  /** Made once: some take long to compile. */
  private static final Arbitrary<Expression> EXPRESSIONS =
      Arbitraries.of(
          Stream.of(
                  "^name$",
                  "name",
                  "a",
                  "^a$",
                  "^(a|b|name)$",
                  "",
                  ".*",
                  "^DW_JOB_[a-z]+$",
                  "(",
                  "[",
                  "a**",
                  "(a+)+$",
                  "(.*)*b",
                  "(?i)^(true|false)$",
                  "a{1000}",
                  "(a{1000}){1000}",
                  "((((((((((a*)*)*)*)*)*)*)*)*)*",
                  "\\Q",
                  "\\",
                  "[[:alpha:]]",
                  "(?P<n>.)",
                  "\\pL+",
                  "^[^=]*$",
                  "\\x{10FFFF}",
                  "a|b|c|",
                  "^\\s*$",
                  "(?=a)",
                  "(a)\\1")
              .map(Expression::of)
              .toList());

  private static final Arbitrary<String> WORDS =
      Arbitraries.oneOf(
          Arbitraries.of(
              "#DW",
              "name",
              "a",
              "b",
              "name=a",
              "a=",
              "=",
              "=a",
              "a=b=c",
              "a,b,a",
              ",",
              "command",
              "container",
              "jobdw",
              "wait",
              "DW_JOB_aa=name",
              "DW_PERSISTENT_aa=name",
              "profile=pp",
              "type=xfs",
              "capacity=1GB",
              "name=keep",
              "requires=copy-offload,",
              "source=$DW_JOB_keep/a",
              "destination=",
              "n=9223372036854775808",
              "n=-1",
              "n=true",
              "\\",
              "\"a b\"",
              "\u0130=\u0131",
              "\ud83d\ude00",
              "\ud800",
              "\ufeff",
              "\0",
              "\u001b[31m",
              "$$empty_value_123456$$",
              "name=$$empty_value_123456$$",
              "copy_in",
              "persistentdw",
              "create_persistent",
              "destroy_persistent",
              "copy_out"),
          Arbitraries.strings().ofMaxLength(8));

  private static final Arbitrary<String> BLANKS =
      Arbitraries.of(" ", " ", " ", "\t", "\n", "\r\n", "\u00a0", "\u2028", "  ", "", "\\\n");

  private Hostile() {}

  static Arbitrary<String> texts() {
    Arbitrary<String> parts = Combinators.combine(WORDS, BLANKS).as((word, blank) -> word + blank);
    return Combinators.combine(Arbitraries.of("#DW ", "", "#DW wait "), parts.list().ofMaxSize(12))
        .as((start, words) -> start + String.join("", words));
  }

  static Arbitrary<List<RuleObject>> rules() {
    Arbitrary<Rule> rule =
        Combinators.combine(
                Arbitraries.of("wait", "jobdw", "container", "a", "", "destroy_persistent"),
                Arbitraries.of("", "mine", "nnf")
                    .map(s -> Optional.of(s).filter(x -> !x.isEmpty())),
                Arbitraries.of("", "Setup", "Setup,Setup,PreRun", " ,x"),
                definitions().list().ofMaxSize(6))
            .as(
                (command, driver, states, definitions) ->
                    new Rule(command, driver, WatchState.list(states), definitions));
    return Combinators.combine(Arbitraries.of("nnf", "site", ""), rule.list().ofMaxSize(5))
        .as(RuleObject::new)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<RuleDefinition> definitions() {
    return Combinators.combine(
            EXPRESSIONS,
            forms(),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of("", "set", "set/a").map(s -> Optional.of(s).filter(x -> !x.isEmpty())))
        .as(RuleDefinition::new);
  }

  private static Arbitrary<ValueForm> forms() {
    Arbitrary<OptionalLong> bounds =
        Arbitraries.longs().map(OptionalLong::of).injectNull(0.5).map(Hostile::orEmpty);
    return Arbitraries.oneOf(
        Combinators.combine(bounds, bounds).as(ValueForm.WholeNumber::new),
        Arbitraries.of(true, false).map(ValueForm.TrueOrFalse::new),
        EXPRESSIONS.optional().map(ValueForm.Text::new),
        EXPRESSIONS.list().ofMaxSize(3).map(ValueForm.TextList::new),
        Arbitraries.of("float", "").map(ValueForm.Unknown::new));
  }

  private static OptionalLong orEmpty(OptionalLong bound) {
    return bound == null ? OptionalLong.empty() : bound;
  }
}
