package warren.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.Registration;

final class ClusterRuleBookTest {
  private static final String PLAIN =
      "[{command: wait, watchStates: 'Setup', ruleDefs: [{key: ^n$, type: integer}]}]";

  private static GenericKubernetesResource object(String name, String spec) {
    return Serialization.unmarshal(
        """
        apiVersion: dataworkflowservices.github.io/v1alpha7
        kind: DWDirectiveRule
        metadata: {name: %s, resourceVersion: "7", managedFields: [{manager: kubectl}]}
        spec: %s
        """
            .formatted(name, spec),
        GenericKubernetesResource.class);
  }

  private static ClusterRuleBook book(GenericKubernetesResource... objects) {
    return ClusterRuleBook.of(List.of(objects));
  }

  private static Reading read(ClusterRuleBook rules, String... directives) {
    return new DirectiveReader(rules.book()).read(JobScript.ofDirectives(List.of(directives)));
  }

  private static Stream<String> sentences(List<Finding> findings) {
    return findings.stream().map(Finding::sentence);
  }

  @Test
  void objectsCountInTheOrderOfTheirNamesAndNameTheDriver() {
    ClusterRuleBook rules =
        book(
            object("zeta", PLAIN),
            object("alpha", PLAIN.replace("watchStates", "driverLabel: vendor, watchStates")));

    assertThat(rules.findings()).isEmpty();
    assertThat(read(rules, "#DW wait n=1").registrations())
        .extracting(Registration::driver)
        .containsExactly("vendor", "zeta");
  }

  @Test
  void withoutObjectsNoDirectiveIsAcceptedAndAWorkflowWithoutDirectivesIs() {
    assertThat(sentences(read(book(), "#DW jobdw").findings()))
        .containsExactly(
            "The rule book has no rules, so no directive is accepted. The administrator must"
                + " install the rules: objects of the kind DWDirectiveRule.");
    assertThat(read(book()).accepted()).isTrue();
  }

  @Test
  void anObjectWithErrorsRefusesItsCommandsAndNoOthers() {
    ClusterRuleBook rules =
        book(
            object("good", PLAIN),
            object("bad", "[{command: wait, ruleDefs: 7}, {command: burst, ruleDefs: []}]"));

    assertThat(sentences(rules.findings()))
        .containsExactly(
            "DWDirectiveRule bad: rules[0].ruleDefs is a whole number, but must be a list.");
    assertThat(sentences(read(rules, "#DW wait n=1", "#DW burst").findings()))
        .containsExactly(
            "The rules for 'wait' in the DWDirectiveRule 'bad' cannot be read, so the directive is"
                + " refused. The administrator must fix the rules; the operator's log says what is"
                + " wrong.",
            "The rules for 'burst' in the DWDirectiveRule 'bad' cannot be read, so the directive is"
                + " refused. The administrator must fix the rules; the operator's log says what is"
                + " wrong.");
    assertThat(
            read(book(object("good", PLAIN), object("odd", "{a: b}")), "#DW wait n=1").accepted())
        .isTrue();
  }

  @Test
  void whatDwsWouldLiveWithIsToldAndHarmsOnlyWhoUsesIt() {
    ClusterRuleBook rules =
        book(object("odd", "[{command: wait, ruleDefs: [{key: ^n$, type: float}]}]"));

    assertThat(sentences(rules.findings()))
        .containsExactly(
            "DWDirectiveRule odd: 'float' in rules[0].ruleDefs[0].type is no type. It refuses every"
                + " argument it meets. Write integer, bool, string or list-of-string.");
    assertThat(read(rules, "#DW wait").accepted()).isTrue();
    assertThat(read(rules, "#DW wait n=1").accepted()).isFalse();
  }

  @Test
  void anObjectOfNoShapeAtAllIsToldOf() {
    assertThat(sentences(book(object("none", "null")).findings()))
        .containsExactly(
            "DWDirectiveRule none: The rules are no list. Give the list that stands in a"
                + " DWDirectiveRule's spec.");
  }
}
