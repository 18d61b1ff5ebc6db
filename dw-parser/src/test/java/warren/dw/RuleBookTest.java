package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule books other than the standard one. */
class RuleBookTest {
  private static final ValueForm ANYTHING = new ValueForm.Text(Optional.empty());

  private static RuleDefinition loose(String key, ValueForm form) {
    return new RuleDefinition(Expression.of(key), form, false, false, Optional.empty());
  }

  private static Rule rule(String command, RuleDefinition... definitions) {
    return new Rule(command, Optional.empty(), WatchState.list("Setup"), List.of(definitions));
  }

  /** The same for one of Warren's drivers. */
  private static Rule ours(String command, RuleDefinition... definitions) {
    return new Rule(
        command,
        Optional.of(WarrenDrivers.STORAGE),
        WatchState.list("Setup"),
        List.of(definitions));
  }

  private static Reading read(List<Rule> rules, String... directives) {
    return new DirectiveReader(RuleBook.of(List.of(new RuleObject("site", rules))))
        .read(JobScript.ofDirectives(List.of(directives)));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          5,
          -3,
          +7,
          007,
          8,                    above-max
          -4,                   below-min
          9223372036854775808,  bad-integer
          \u0665,               bad-integer
          1_0,                  bad-integer
          0x1,                  bad-integer
          '',                   bad-integer
          """)
  void integersAreAsciiDecimalsWithinInclusiveBounds(String value, String code) {
    ValueForm form = new ValueForm.WholeNumber(OptionalLong.of(-3), OptionalLong.of(7));
    Reading reading = read(List.of(rule("wait", loose("^n$", form))), "#DW wait n=" + value);

    assertThat(Scripts.codes(reading))
        .isEqualTo(Optional.ofNullable(code).map(List::of).orElse(List.of()));
  }

  @ParameterizedTest
  @CsvSource({"b,", "b=true,", "b=FALSE,", "b=fal\u017fe,", "b=yes,bad-bool", "b=,bad-bool"})
  void strictTruthValuesAreTrueOrFalseInAnyCaseOrNoValueAtAll(String argument, String code) {
    ValueForm form = new ValueForm.TrueOrFalse(true);
    Reading reading = read(List.of(rule("wait", loose("^b$", form))), "#DW wait " + argument);

    assertThat(Scripts.codes(reading))
        .isEqualTo(Optional.ofNullable(code).map(List::of).orElse(List.of()));
  }

  @Test
  void expressionsAreSearchedForAndTheFirstDefinitionThatFitsDecidesAlone() {
    List<Rule> rules =
        List.of(
            rule(
                "wait",
                loose("name", new ValueForm.Text(Optional.of(Expression.of("x")))),
                RuleDefinition.required("^rename$", ANYTHING)));

    assertThat(Scripts.codes(read(rules, "#DW wait rename=axb")))
        .containsExactly("missing-required");
    assertThat(Scripts.codes(read(rules, "#DW wait rename=ab")))
        .containsExactly("missing-required", "bad-string");
  }

  @Test
  void aForeignCommandIsKeptAsItWasWritten() {
    List<Rule> rules = List.of(rule("wait", loose(".*", ANYTHING)));

    Reading reading = read(rules, "#DW  wait a b= c=d=e =f");

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.directives())
        .singleElement()
        .isEqualTo(
            new ForeignDirective(
                0,
                "wait",
                List.of(
                    new Argument("a", Optional.empty()),
                    new Argument("b", Optional.of("")),
                    new Argument("c", Optional.of("d=e")),
                    new Argument("", Optional.of("f")))));
    assertThat(reading.directives().get(0).text()).isEqualTo("#DW wait a b= c=d=e =f");
    assertThat(reading.registrations())
        .containsExactly(new Registration(0, "site", new WatchState("Setup")));
  }

  @Test
  void allRulesOfACommandMustAcceptIt() {
    List<Rule> rules =
        List.of(
            rule("wait", loose("^a$", ANYTHING), loose("^b$", ANYTHING)),
            rule("wait", loose("^a$", ANYTHING)));

    assertThat(read(rules, "#DW wait a=1").accepted()).isTrue();
    assertThat(Scripts.codes(read(rules, "#DW wait a=1 b=2"))).containsExactly("unsupported-arg");
  }

  @Test
  void uniqueValuesAreSharedAcrossDirectivesAndCommands() {
    List<Rule> rules =
        List.of(
            rule("wait", loose("^a$", ANYTHING).uniqueIn("set")),
            rule("halt", loose("^b$", ANYTHING).uniqueIn("set")));

    assertThat(Scripts.codes(read(rules, "#DW wait a=1", "#DW halt b=1", "#DW halt b=2")))
        .containsExactly("not-unique");
  }

  @Test
  void brokenRulesHarmOnlyWhereTheyAreUsedAndAreTheAdministratorsToMend() {
    List<Rule> rules =
        List.of(
            rule(
                "wait",
                loose("^a$", ANYTHING),
                loose("^b$", new ValueForm.Text(Optional.of(Expression.of("(")))),
                loose("^c$", new ValueForm.Unknown("float")),
                loose("[", ANYTHING)));

    assertThat(read(rules, "#DW wait a=1").accepted()).isTrue();
    Reading reading = read(rules, "#DW wait b=1 c=2 d=3");
    assertThat(Scripts.codes(reading))
        .containsExactly("bad-pattern-regex", "unsupported-type", "bad-key-regex");
    assertThat(reading.findings()).extracting(Finding::blame).containsOnly(Blame.INTERNAL);
  }

  @Test
  void whatASiteAllowsBeyondTheStandardIsRefusedInsteadOfMisunderstood() {
    List<Rule> rules = List.of(ours("destroy_persistent", loose(".*", ANYTHING)));

    assertThat(read(rules, "#DW destroy_persistent name=keep").directives())
        .containsExactly(new DestroyPersistent(0, "keep"));
    Reading reading = read(rules, "#DW destroy_persistent name=Keep");
    assertThat(Scripts.shown(reading.findings()))
        .isEqualTo(
            "1:29+4 error beyond-warren: The rule book accepts this, but Warren does not: 'Keep' is"
                + " not a value that 'name' takes. It must be a lower-case letter, then one or more"
                + " lower-case letters, digits or hyphens.");
  }

  @Test
  void anArgumentThatTheSiteAddsIsAcceptedAndDoesNotConcernWarren() {
    List<Rule> rules =
        List.of(
            ours(
                "destroy_persistent",
                loose("^name$", ANYTHING),
                loose("^site_note$", ANYTHING),
                loose("^DW_JOB_", ANYTHING)));

    assertThat(read(rules, "#DW destroy_persistent site_note=x name=keep").directives())
        .containsExactly(new DestroyPersistent(0, "keep"));
    assertThat(Scripts.codes(read(rules, "#DW destroy_persistent name=keep DW_JOB_X=y")))
        .containsExactly("beyond-warren");
  }

  @Test
  void whatOnlyForeignDriversDoIsKeptAsItWasWritten() {
    Rule foreign = rule("destroy_persistent", loose(".*", ANYTHING));
    Rule ours = ours("destroy_persistent", loose(".*", ANYTHING));

    Reading reading = read(List.of(foreign), "#DW destroy_persistent name=Keep");
    assertThat(reading.accepted()).isTrue();
    assertThat(reading.directives())
        .containsExactly(
            new ForeignDirective(
                0, "destroy_persistent", List.of(new Argument("name", Optional.of("Keep")))));
    assertThat(read(List.of(foreign), "#DW destroy_persistent name=keep").directives())
        .containsExactly(new DestroyPersistent(0, "keep"));
    assertThat(Scripts.codes(read(List.of(foreign, ours), "#DW destroy_persistent name=Keep")))
        .containsExactly("beyond-warren");
  }

  @Test
  void anEmptyRuleBookRefusesEverything() {
    assertThat(Scripts.shown(read(List.of(), "#DW jobdw").findings()))
        .isEqualTo(
            "1:1+9 error unknown-command: The rule book has no rules, so no directive is accepted."
                + " The administrator must install the rules: objects of the kind"
                + " DWDirectiveRule.");
    assertThat(read(List.of()).accepted()).isTrue();
  }

  @Test
  void rulesThatCannotBeReadRefuseTheirCommandsAndNoOthers() {
    RuleBook book =
        RuleBook.of(List.of(new RuleObject("site", List.of(rule("wait"), rule("halt")))))
            .withUnreadable(Map.of("halt", "odd", "stop", "odd"));

    Reading reading =
        new DirectiveReader(book)
            .read(JobScript.ofDirectives(List.of("#DW wait", "#DW halt", "#DW stop")));

    assertThat(Scripts.shown(reading.findings()))
        .isEqualTo(
            "2:5+4 error unknown-command: The rules for 'halt' in the DWDirectiveRule 'odd' cannot"
                + " be read, so the directive is refused. The administrator must fix the rules; the"
                + " operator's log says what is wrong.\n"
                + "3:5+4 error unknown-command: The rules for 'stop' in the DWDirectiveRule 'odd'"
                + " cannot be read, so the directive is refused. The administrator must fix the"
                + " rules; the operator's log says what is wrong.");
    assertThat(reading.findings()).extracting(Finding::blame).containsOnly(Blame.INTERNAL);
    assertThat(reading.registrations()).extracting(Registration::directive).containsExactly(0);
  }

  @Test
  void formsWithoutWordsAreNotShownAsExpressions() {
    List<Rule> rules =
        List.of(
            rule("wait", loose("^a$", new ValueForm.Text(Optional.of(Expression.of("^x+y$"))))));

    assertThat(Scripts.shown(read(rules, "#DW wait a=1").findings()))
        .isEqualTo(
            "1:12+1 error bad-string: '1' is not a value that 'a' takes. The site's rule book asks"
                + " for another form: ask the administrator for it.");
  }

  @Test
  void objectsAreReadInTheOrderOfTheirNamesAndNameTheDriverWhereARuleDoesNot() {
    Rule labelled =
        new Rule("wait", Optional.of("special"), WatchState.list("Setup,Teardown"), List.of());
    Rule plain = new Rule("wait", Optional.empty(), WatchState.list("Setup"), List.of());
    RuleBook book =
        RuleBook.of(
            List.of(
                new RuleObject("zeta", List.of(plain)),
                new RuleObject("alpha", List.of(labelled, plain))));

    assertThat(new DirectiveReader(book).read(JobScript.ofDirectives(List.of("#DW wait"))))
        .extracting(Reading::registrations)
        .asInstanceOf(InstanceOfAssertFactories.list(Registration.class))
        .extracting(registration -> registration.driver() + " " + registration.state())
        .containsExactly("special Setup", "special Teardown", "alpha Setup", "zeta Setup");
  }

  @Test
  void aRuleRegistersAStateAsOftenAsItListsItUnlessAnEarlierRuleOfTheDriverDid() {
    Rule first = new Rule("wait", Optional.empty(), WatchState.list("Setup,Setup"), List.of());
    Rule second = new Rule("wait", Optional.empty(), WatchState.list("Setup,PreRun"), List.of());

    assertThat(read(List.of(first, second), "#DW wait").registrations())
        .extracting(registration -> registration.state().word())
        .containsExactly("Setup", "Setup", "PreRun");
  }

  @Test
  void statesAreCutAtCommasAndNotTrimmedAndOneThatDoesNotExistIsTheAdministratorsToMend() {
    Rule rule = new Rule("wait", Optional.empty(), WatchState.list("Setup, Teardown"), List.of());
    Reading reading = read(List.of(rule), "#DW wait");

    assertThat(WatchState.list("")).isEmpty();
    assertThat(reading.registrations())
        .extracting(Registration::state)
        .containsExactly(new WatchState("Setup"), new WatchState(" Teardown"));
    assertThat(reading.admitted()).isTrue();
    assertThat(Scripts.shown(reading.findings()))
        .isEqualTo(
            "1:5+4 error unknown-watch-state: The rule book names the state ' Teardown',"
                + " which does not exist: Kubernetes refuses the workflow. The administrator must"
                + " mend the rule for 'wait'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          number | 5     | not-unique
          number | x     | bad-integer,bad-integer
          number | 8     | above-max,above-max
          number | -4    | below-min,below-min
          bool   | true  | not-unique
          bool   | maybe | bad-bool,bad-bool
          text   | ab    | not-unique
          text   | b     | bad-string,bad-string
          list   | a,b   | not-unique
          list   | a,x   | bad-list-word,bad-list-word
          list   | a,a   | repeated-list-word,repeated-list-word
          """)
  void onlyAGoodValueTakesItsPlaceInASet(String form, String value, String codes) {
    ValueForm asked =
        switch (form) {
          case "number" -> new ValueForm.WholeNumber(OptionalLong.of(-3), OptionalLong.of(7));
          case "bool" -> new ValueForm.TrueOrFalse(true);
          case "text" -> new ValueForm.Text(Optional.of(Expression.of("^a")));
          default -> new ValueForm.TextList(List.of(Expression.of("^a$"), Expression.of("^b$")));
        };
    RuleDefinition unique =
        new RuleDefinition(Expression.of("^k$"), asked, false, false, Optional.of("set"));

    assertThat(read(List.of(rule("c", unique)), "#DW c k=" + value, "#DW c k=" + value).findings())
        .extracting(finding -> finding.code().value())
        .containsExactly(codes.split(","));
  }

  @Test
  void aSiteMayAllowSeveralContainersEachWithItsOwnName() {
    DirectiveReader reader = new DirectiveReader(RuleBook.standard().withContainersPerJob(2));
    String one = "#DW container name=one profile=slushy";
    String two = "#DW container name=two profile=slushy";

    assertThat(reader.read(JobScript.ofDirectives(List.of(one, two))).findings()).isEmpty();
    assertThat(reader.read(JobScript.ofDirectives(List.of(one, one))).findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "The container directives of directive 0 and directive 1 have the same name, 'one'."
                + " Give each its own name: the job's variables are named after it.");
    assertThat(reader.read(JobScript.ofDirectives(List.of(one, two, one))).findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "A job can have 2 container directives here, but this job has 3."
                + " Put several containers into one profile, or use several jobs.");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65})
  void aLimitOfContainersIsFromOneToSixtyFour(int limit) {
    assertThatThrownBy(() -> RuleBook.standard().withContainersPerJob(limit))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOrdinalOfADirectiveCountsThoseOfItsCommand() {
    Reading reading =
        new DirectiveReader(RuleBook.standard().withContainersPerJob(2))
            .read(
                JobScript.ofDirectives(
                    List.of(
                        "#DW jobdw type=gfs2 capacity=1GB name=aa",
                        "#DW container name=one profile=slushy",
                        "#DW jobdw type=gfs2 capacity=1GB name=bb",
                        "#DW container name=Refused profile=slushy",
                        "#DW container name=two profile=slushy")));

    assertThat(IntStream.range(-1, 6).map(reading::ordinal)).containsExactly(0, 0, 0, 1, 1, 2, 0);
  }
}
