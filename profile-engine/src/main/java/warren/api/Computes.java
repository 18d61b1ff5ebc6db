package warren.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The job's compute nodes, named by the workload manager; has the workflow's name. Its payload is
 * {@code data}, not a spec.
 */
@Group("dataworkflowservices.github.io")
@Version("v1alpha7")
@Kind("Computes")
@Plural("computes")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Computes extends CustomResource<Void, Void> implements Namespaced {
  private static final long serialVersionUID = 1L;

  /** One compute node. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Compute(String name) implements Serializable {}

  private ArrayList<Compute> data = new ArrayList<>();

  /** The computes in the workload manager's order; empty until it has named them. */
  public List<Compute> getData() {
    return data;
  }

  /** Null, as an empty resource has it, means none. */
  public void setData(List<Compute> computes) {
    data = computes == null ? new ArrayList<>() : new ArrayList<>(computes);
  }
}
