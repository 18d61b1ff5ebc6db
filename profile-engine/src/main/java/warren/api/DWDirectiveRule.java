package warren.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;

/** A set of rules for {@code #DW} directives. Its spec is a list, and it has no status. */
@Group("dataworkflowservices.github.io")
@Version("v1alpha7")
@Kind("DWDirectiveRule")
@Plural("dwdirectiverules")
public class DWDirectiveRule extends OpenResource<ArrayList<DWDirectiveRule.Rule>, Void> {
  private static final long serialVersionUID = 1L;

  /**
   * What a command may be given.
   *
   * @param command the directive's command
   * @param driverLabel the driver's id; null means the resource's name
   * @param watchStates states joined by commas; null means none, so the rule registers no driver
   * @param ruleDefs in their order; empty, never null
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Rule(
      String command,
      String driverLabel,
      String watchStates,
      ArrayList<Definition> ruleDefs,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Rule {
      ruleDefs = Absent.isEmpty(ruleDefs);
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * What an argument may be; expressions are Go's (RE2), and are searched for, not matched whole.
   *
   * @param key expression for the argument's key
   * @param type integer, bool, string or list-of-string; not checked by the cluster
   * @param pattern expression for the value of a string; null means any
   * @param patterns expressions for the values of a list; empty, never null
   * @param min lowest integer; null and 0 mean none
   * @param max highest integer; null and 0 mean none
   * @param isRequired the command needs such an argument; null means false
   * @param isValueRequired the argument needs a {@code =}; null means false
   * @param uniqueWithin the set of values, of the whole workflow, in which a value occurs once;
   *     null means it may be repeated
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Definition(
      String key,
      String type,
      String pattern,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) ArrayList<String> patterns,
      Long min,
      Long max,
      Boolean isRequired,
      Boolean isValueRequired,
      String uniqueWithin,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Definition {
      patterns = Absent.isEmpty(patterns);
      unknown = Absent.isEmpty(unknown);
    }
  }
}
