package warren.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The job's compute nodes, named by the workload manager; has the workflow's name. Its payload is
 * {@code data}, not a spec.
 */
@Group("dataworkflowservices.github.io")
@Version("v1alpha7")
@Kind("Computes")
@Plural("computes")
public class Computes extends OpenResource<Void, Void> {
  private static final long serialVersionUID = 1L;

  /**
   * One compute node.
   *
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Compute(String name, @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Compute {
      unknown = Absent.isEmpty(unknown);
    }

    /** A compute of this name. */
    public Compute(String name) {
      this(name, null);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private ArrayList<Compute> data = new ArrayList<>();

  /** The computes in the workload manager's order; empty until it has named them. */
  public List<Compute> getData() {
    return data;
  }

  /** Null, as an empty resource has it, means none. */
  public void setData(List<Compute> computes) {
    data = Absent.isEmpty(computes);
  }
}
