package warren.rules;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import warren.dw.Expression;
import warren.dw.Finding;
import warren.dw.Place;
import warren.dw.Rule;
import warren.dw.RuleDefinition;
import warren.dw.RuleObject;
import warren.dw.ValueForm;
import warren.dw.WatchState;
import warren.dw.WorkflowState;
import warren.yaml.YamlValue;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;

/** Reads the tree of a rule object; what is empty or zero counts as not given, as in Go. */
final class RuleReader {
  private final Consumer<Finding> findings;
  private boolean failed;

  RuleReader(Consumer<Finding> findings) {
    this.findings =
        finding -> {
          failed |= finding.isError();
          findings.accept(finding);
        };
  }

  /** The object of a whole resource; empty, and findings told, when something is wrong with it. */
  Optional<RuleObject> object(MapValue resource) {
    failed = false;
    RuleFields fields = new RuleFields("", resource, findings);
    fields.know("apiVersion", "kind", "metadata", "spec");
    String name =
        fields
            .map("metadata")
            .map(metadata -> new RuleFields("metadata", metadata, findings).requiredText("name"))
            .orElse("");
    Optional<ListValue> spec = fields.list("spec");
    return failed ? Optional.empty() : rules(name, "spec", spec.orElseThrow());
  }

  /** The object of this name and these rules. */
  Optional<RuleObject> rules(String name, String path, ListValue list) {
    failed = false;
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      fieldsOf(path + "[" + i + "]", list.items().get(i)).map(this::rule).ifPresent(rules::add);
    }
    return failed ? Optional.empty() : Optional.of(new RuleObject(name, rules));
  }

  private Optional<RuleFields> fieldsOf(String path, YamlValue value) {
    if (value instanceof MapValue map) {
      return Optional.of(new RuleFields(path, map, findings));
    }
    findings.accept(
        RuleFindings.error(path + " is " + value.kind() + ", but must be a map.")
            .at(value.place()));
    return Optional.empty();
  }

  private Rule rule(RuleFields fields) {
    fields.know("command", "driverLabel", "watchStates", "ruleDefs");
    String command = fields.requiredText("command");
    List<WatchState> states = fields.text("watchStates").map(WatchState::list).orElse(List.of());
    states.stream()
        .filter(state -> state.state().isEmpty())
        .map(state -> noState(fields, state))
        .forEach(findings);
    List<RuleDefinition> definitions = new ArrayList<>();
    fields
        .list("ruleDefs")
        .ifPresent(
            list -> {
              for (int i = 0; i < list.items().size(); i++) {
                fieldsOf(fields.path("ruleDefs") + "[" + i + "]", list.items().get(i))
                    .map(this::definition)
                    .ifPresent(definitions::add);
              }
            });
    return new Rule(command, fields.text("driverLabel"), states, definitions);
  }

  private static Finding noState(RuleFields fields, WatchState state) {
    return RuleFindings.warning(
            "'"
                + state.word()
                + "' in "
                + fields.path("watchStates")
                + " is no state of a workflow.")
        .hint(
            "Kubernetes refuses every workflow that uses this rule. Write states, joined by commas"
                + " without blanks, of "
                + Arrays.stream(WorkflowState.values())
                    .map(WorkflowState::word)
                    .collect(joining(", "))
                + ".")
        .at(fields.place("watchStates"));
  }

  private RuleDefinition definition(RuleFields fields) {
    fields.know(
        "key",
        "type",
        "pattern",
        "patterns",
        "min",
        "max",
        "isRequired",
        "isValueRequired",
        "uniqueWithin");
    return new RuleDefinition(
        expression(fields.place("key"), fields.path("key"), fields.requiredText("key")),
        form(fields),
        fields.flag("isRequired"),
        fields.flag("isValueRequired"),
        fields.text("uniqueWithin"));
  }

  /** All fields are read, whatever the type is, so that all that is wrong comes up. */
  private ValueForm form(RuleFields fields) {
    String type = fields.requiredText("type");
    Optional<Expression> pattern =
        fields
            .text("pattern")
            .map(text -> expression(fields.place("pattern"), fields.path("pattern"), text));
    List<Expression> patterns =
        fields.texts("patterns").stream()
            .map(text -> expression(text.place(), fields.path("patterns"), text.text()))
            .toList();
    ValueForm.WholeNumber number =
        new ValueForm.WholeNumber(fields.number("min"), fields.number("max"));
    return switch (type) {
      case "integer" -> number;
      case "bool" -> new ValueForm.TrueOrFalse(pattern.isPresent());
      case "string" -> new ValueForm.Text(pattern);
      case "list-of-string" -> new ValueForm.TextList(patterns);
      default -> unknown(fields, type);
    };
  }

  private ValueForm unknown(RuleFields fields, String type) {
    if (!type.isEmpty()) {
      findings.accept(
          RuleFindings.warning("'" + type + "' in " + fields.path("type") + " is no type.")
              .hint(
                  "It refuses every argument it meets. Write integer, bool, string or"
                      + " list-of-string.")
              .at(fields.place("type")));
    }
    return new ValueForm.Unknown(type);
  }

  private Expression expression(Place place, String path, String source) {
    Expression expression = Expression.of(source);
    if (expression.broken()) {
      findings.accept(
          RuleFindings.warning("The expression '" + source + "' in " + path + " cannot be read.")
              .hint("Every argument that it is tried on is refused. Write it in RE2's syntax.")
              .at(place));
    }
    return expression;
  }
}
