package warren.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.dw.Finding;
import warren.dw.Place;
import warren.dw.RuleObject;
import warren.yaml.YamlText;
import warren.yaml.YamlValue;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;
import warren.yaml.YamlValue.Scalar;

/**
 * What a file with {@code DWDirectiveRule} resources says: YAML or JSON, several documents, and
 * those of kind {@code List}.
 *
 * @param objects its rule objects, in the order written; those with errors are left out
 * @param findings what is wrong, as errors; what DWS would live with, as warnings
 */
public record RuleFile(List<RuleObject> objects, List<Finding> findings) {
  static final String KIND = "DWDirectiveRule";
  private static final String GROUP = "dataworkflowservices.github.io/";

  public RuleFile {
    objects = List.copyOf(objects);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a file; any bytes will do.
   *
   * @param source the file's name as the user gave it
   */
  public static RuleFile read(String source, byte[] content) {
    YamlText text = YamlText.read(source, content);
    List<Finding> findings = new ArrayList<>(text.findings());
    List<RuleObject> objects = new ArrayList<>();
    RuleReader reader = new RuleReader(findings::add);
    for (YamlValue resource : text.resources()) {
      if (isRule(resource) && resource instanceof MapValue map) {
        reader.object(map).ifPresent(objects::add);
      } else {
        findings.add(passedOver(resource));
      }
    }
    RuleFile file = new RuleFile(objects, findings);
    if (file.accepted() && objects.isEmpty()) {
      findings.add(
          RuleFindings.error("No " + KIND + " is in this file.")
              .hint(
                  "A rule file holds at least one, with apiVersion, kind, metadata.name and spec.")
              .at(new Place(source, 1, 1, 1)));
    }
    return new RuleFile(objects, findings);
  }

  /**
   * Reads the {@code spec} alone.
   *
   * @param source a name for the text in the findings
   * @param name the object's
   * @param spec a list, as YAML or JSON
   */
  public static RuleFile ofSpec(String source, String name, byte[] spec) {
    YamlText text = YamlText.read(source, spec);
    List<Finding> findings = new ArrayList<>(text.findings());
    List<RuleObject> objects = new ArrayList<>();
    RuleReader reader = new RuleReader(findings::add);
    if (text.documents().size() == 1 && text.documents().getFirst() instanceof ListValue rules) {
      reader.rules(name, "rules", rules).ifPresent(objects::add);
    } else if (findings.isEmpty()) {
      findings.add(
          RuleFindings.error("The rules are no list.")
              .hint("Give the list that stands in a " + KIND + "'s spec.")
              .at(new Place(source, 1, 1, 1)));
    }
    return new RuleFile(objects, findings);
  }

  /** Whether nothing was found but warnings. */
  public boolean accepted() {
    return findings.stream().noneMatch(Finding::isError);
  }

  private static boolean isRule(YamlValue resource) {
    return text(resource, "kind").filter(KIND::equals).isPresent()
        && text(resource, "apiVersion").filter(version -> version.startsWith(GROUP)).isPresent();
  }

  private static Optional<String> text(YamlValue resource, String key) {
    return resource instanceof MapValue map && map.value(key).orElse(null) instanceof Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static Finding passedOver(YamlValue resource) {
    String what =
        text(resource, "kind")
            .map(kind -> text(resource, "apiVersion").map(v -> v + " ").orElse("") + kind)
            .orElse("no resource");
    return RuleFindings.warning("This is " + what + ", and is passed over.")
        .hint("Rules are of apiVersion " + GROUP + "... and kind " + KIND + ".")
        .at(resource.place());
  }
}
