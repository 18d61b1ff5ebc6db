package warren.rules;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import warren.dw.Finding;
import warren.dw.RuleBook;
import warren.dw.RuleObject;

/**
 * The rule book that the {@code DWDirectiveRule} objects of a cluster make. Pure.
 *
 * <p>An object with errors does not take the others down: its rules are left out, and directives of
 * the commands it names are refused, since nobody knows what it would have said of them.
 *
 * @param book the rules of all objects without errors, and the commands of the others
 * @param findings what is wrong with the objects, each with the object's name; for administrators
 */
public record ClusterRuleBook(RuleBook book, List<Finding> findings) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public ClusterRuleBook {
    requireNonNull(book, "book");
    findings = List.copyOf(findings);
  }

  /**
   * Reads the objects, in whatever order they come.
   *
   * @param resources as the API server has them; anything in them beside name and spec is passed
   *     over
   */
  public static ClusterRuleBook of(Collection<GenericKubernetesResource> resources) {
    List<RuleObject> objects = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<String, String> unreadable = new TreeMap<>();
    for (GenericKubernetesResource resource : resources) {
      String name = resource.getMetadata().getName();
      Object spec = resource.getAdditionalProperties().get("spec");
      RuleFile file = RuleFile.ofSpec(RuleFile.KIND + " " + name, name, json(spec));
      file.findings().stream().map(finding -> about(name, finding)).forEach(findings::add);
      objects.addAll(file.objects());
      if (!file.accepted()) {
        commands(spec).forEach(command -> unreadable.putIfAbsent(command, name));
      }
    }
    return new ClusterRuleBook(RuleBook.of(objects).withUnreadable(unreadable), findings);
  }

  private static byte[] json(Object spec) {
    try {
      return JSON.writeValueAsBytes(spec);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON can be written as JSON", e);
    }
  }

  private static Finding about(String name, Finding finding) {
    return new Finding(
        finding.severity(),
        finding.code(),
        finding.blame(),
        finding.directive(),
        finding.place(),
        RuleFile.KIND + " " + name + ": " + finding.message(),
        finding.hint(),
        finding.detail());
  }

  /** The commands that can be made out in a spec of any shape. */
  private static List<String> commands(Object spec) {
    List<String> commands = new ArrayList<>();
    if (spec instanceof Collection<?> rules) {
      for (Object rule : rules) {
        if (rule instanceof Map<?, ?> fields && fields.get("command") instanceof String command) {
          commands.add(command);
        }
      }
    }
    return commands;
  }
}
