package warren.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.dw.RuleObject;

class RuleFileTest {
  private static final String RULES =
      """
      apiVersion: dataworkflowservices.github.io/v1alpha7
      kind: DWDirectiveRule
      metadata:
        name: site
      spec:
        - command: burst
          watchStates: Setup,Teardown
          ruleDefs:
            - {key: ^size$, type: integer, min: 1, max: 9, isRequired: true, isValueRequired: true}
            - {key: ^fast$, type: bool, pattern: x}
            - {key: ^name$, type: string, pattern: "^[a-z]+$", uniqueWithin: names}
            - {key: ^tags$, type: list-of-string, patterns: [^a$, ^b$]}
        - {command: plain, driverLabel: other, watchStates: PreRun, ruleDefs: []}
      """;

  private static RuleFile read(String text) {
    return RuleFile.read("r.yaml", text.getBytes(UTF_8));
  }

  private static Reading check(List<RuleObject> rules, String... directives) {
    return new DirectiveReader(RuleBook.of(rules))
        .read(JobScript.ofDirectives(List.of(directives)));
  }

  @Test
  void everyFieldOfARuleCounts() {
    RuleFile file = read(RULES);

    assertThat(file.findings()).isEmpty();
    assertThat(file.objects()).extracting(RuleObject::name).containsExactly("site");
    Reading good = check(file.objects(), "#DW burst size=9 fast=TRUE name=x tags=a,b", "#DW plain");
    assertThat(good.findings()).isEmpty();
    assertThat(good.registrations())
        .extracting(registration -> registration.driver() + " " + registration.state())
        .containsExactly("site Setup", "site Teardown", "other PreRun");
    Reading bad =
        check(
            file.objects(),
            "#DW burst size=10 fast=maybe name=X tags=c",
            "#DW burst size=0",
            "#DW burst size",
            "#DW burst",
            "#DW burst size=1 name=x",
            "#DW burst size=1 name=x");
    assertThat(bad.findings())
        .extracting(finding -> finding.code().value())
        .containsExactly(
            "above-max",
            "bad-bool",
            "bad-string",
            "bad-list-word",
            "below-min",
            "value-required",
            "missing-required",
            "not-unique");
  }

  @Test
  void emptyAndZeroCountAsNotGiven() {
    RuleFile file =
        RuleFile.ofSpec(
            "rules",
            "nnf",
            """
            [{"command":"c","driverLabel":"","watchStates":"","ruleDefs":[
              {"key":"^n$","type":"integer","min":0,"max":0,"uniqueWithin":"","isRequired":false},
              {"key":"^b$","type":"bool","pattern":""}]}]\
            """
                .getBytes(UTF_8));

    assertThat(file.findings()).isEmpty();
    Reading reading = check(file.objects(), "#DW c n=-5 b=maybe", "#DW c n=-5");
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.registrations()).isEmpty();
  }

  @Test
  void scalarsMeanWhatTheyMeanToKubectl() {
    RuleFile file =
        read(RULES.replace("min: 1", "min: 0x2").replace("isRequired: true", "isRequired: on"));

    assertThat(file.findings()).isEmpty();
    assertThat(check(file.objects(), "#DW burst", "#DW burst size=1").findings())
        .extracting(finding -> finding.code().value())
        .containsExactly("missing-required", "below-min");
  }

  @Test
  void severalDocumentsAndListsAreRead() {
    RuleFile file =
        read(
            RULES
                + "---\n{apiVersion: v1, kind: List, items: ["
                + "{apiVersion: dataworkflowservices.github.io/v1alpha6, kind: DWDirectiveRule,"
                + " metadata: {name: more}, spec: []}, {apiVersion: v1, kind: Secret}]}\n");

    assertThat(file.objects()).extracting(RuleObject::name).containsExactly("site", "more");
    assertThat(shown(file))
        .containsExactly(
            "r.yaml:15:151 warning This is v1 Secret, and is passed over. Rules are of apiVersion"
                + " dataworkflowservices.github.io/... and kind DWDirectiveRule.");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("  name: site", "  label: site", "4:3 error metadata.name is missing."),
        fault(
            "  name: site",
            "  name: 7",
            "4:9 error metadata.name is a whole number, but must be a text. Write it in quotes."),
        fault(
            "spec:\n",
            "spec: {}\nrest:\n",
            "6:1 warning There is no field 'rest'; it has no effect.",
            "5:7 error spec is a map, but must be a list."),
        fault(
            "spec:\n",
            "rest:\n",
            "5:1 warning There is no field 'rest'; it has no effect.",
            "1:1 error spec is missing."),
        fault(
            "command: burst",
            "comand: burst",
            "6:5 warning There is no field 'spec[0].comand'; it has no effect. Did you mean"
                + " 'command'?",
            "6:5 error spec[0].command is missing."),
        fault("command: burst", "command:", "6:5 error spec[0].command is missing."),
        fault(
            "metadata:\n",
            "metadata: site\nrest:\n",
            "4:1 warning There is no field 'rest'; it has no effect.",
            "3:11 error metadata is a text, but must be a map."),
        fault(
            "metadata:\n",
            "rest:\n",
            "3:1 warning There is no field 'rest'; it has no effect.",
            "1:1 error metadata is missing."),
        fault(
            "command: burst",
            "command: no",
            "6:14 error spec[0].command is true or false, but must be a text. Write it in quotes."),
        fault(
            "Setup,Teardown",
            "Setup, Teardown",
            "7:18 warning ' Teardown' in spec[0].watchStates is no state of a workflow. Kubernetes"
                + " refuses every workflow that uses this rule. Write states, joined by commas"
                + " without blanks, of Proposal, Setup, DataIn, PreRun, PostRun, DataOut,"
                + " Teardown."),
        fault(
            "min: 1",
            "min: one",
            "9:43 error spec[0].ruleDefs[0].min is a text, but must be a whole number."),
        fault(
            "min: 1",
            "min: 1.5",
            "9:43 error spec[0].ruleDefs[0].min is a number, but must be a whole number."),
        fault(
            "max: 9",
            "max: 99999999999999999999",
            "9:51 error spec[0].ruleDefs[0].max is no number of 64 bits."),
        fault(
            "isRequired: true",
            "isRequired: \"true\"",
            "9:66 error spec[0].ruleDefs[0].isRequired is a text, but must be true or false."),
        fault(
            "isRequired: true",
            "required: true",
            "9:54 warning There is no field 'spec[0].ruleDefs[0].required'; it has no effect. Did"
                + " you mean 'isRequired'?"),
        fault(
            "key: ^size$",
            "key: \"^(size$\"",
            "9:15 warning The expression '^(size$' in spec[0].ruleDefs[0].key cannot be read. Every"
                + " argument that it is tried on is refused. Write it in RE2's syntax."),
        fault(
            "type: bool",
            "type: boolean",
            "10:29 warning 'boolean' in spec[0].ruleDefs[1].type is no type. It refuses every"
                + " argument it meets. Write integer, bool, string or list-of-string."),
        fault("type: bool, ", "", "10:10 error spec[0].ruleDefs[1].type is missing."),
        fault(
            "patterns: [^a$, ^b$]",
            "patterns: ^a$",
            "12:55 error spec[0].ruleDefs[3].patterns is a text, but must be a list."),
        fault(
            "patterns: [^a$, ^b$]",
            "patterns: [1]",
            "12:56 error spec[0].ruleDefs[3].patterns[0] is a whole number, but must be a text."
                + " Write it in quotes."),
        fault(
            "ruleDefs: []",
            "ruleDefs: [x]",
            "13:74 error spec[1].ruleDefs[0] is a text, but must be a map."),
        fault(", ruleDefs: []", "", "13:6 error spec[1].ruleDefs is missing."),
        fault(
            "  - command: burst\n",
            "  - x\n  - command: burst\n",
            "6:5 error spec[0] is a text, but must be a map."),
        fault(
            "kind: DWDirectiveRule",
            "kind: Rule",
            "1:1 warning This is dataworkflowservices.github.io/v1alpha7 Rule, and is passed over."
                + " Rules are of apiVersion dataworkflowservices.github.io/... and kind"
                + " DWDirectiveRule.",
            "1:1 error No DWDirectiveRule is in this file. A rule file holds at least one, with"
                + " apiVersion, kind, metadata.name and spec."),
        fault(
            "dataworkflowservices.github.io/",
            "example.org/",
            "1:1 warning This is example.org/v1alpha7 DWDirectiveRule, and is passed over. Rules"
                + " are of apiVersion dataworkflowservices.github.io/... and kind DWDirectiveRule.",
            "1:1 error No DWDirectiveRule is in this file. A rule file holds at least one, with"
                + " apiVersion, kind, metadata.name and spec."),
        fault(
            "metadata:\n",
            "kind: X\nmetadata:\n",
            "3:1 error The key 'kind' is repeated. Keep one; line 2 has the first."));
  }

  private static Arguments fault(String from, String to, String... expected) {
    return Arguments.of(from, to, List.of(expected));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultIsNamedWithItsPlace(String from, String to, List<String> expected) {
    assertThat(RULES).contains(from);
    RuleFile file = read(RULES.replace(from, to));

    assertThat(shown(file))
        .containsExactlyElementsOf(expected.stream().map(e -> "r.yaml:" + e).toList());
    assertThat(file.objects().isEmpty()).isEqualTo(!file.accepted());
  }

  @Test
  void rulesAloneMustBeAList() {
    assertThat(shown(RuleFile.ofSpec("rules", "nnf", "{}".getBytes(UTF_8))))
        .containsExactly(
            "rules:1:1 error The rules are no list. Give the list that stands in a"
                + " DWDirectiveRule's spec.");
  }

  private static List<String> shown(RuleFile file) {
    return file.findings().stream()
        .map(f -> f.place().orElseThrow() + (f.isError() ? " error " : " warning ") + f.sentence())
        .toList();
  }
}
