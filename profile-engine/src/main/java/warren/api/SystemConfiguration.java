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

/** Which compute belongs to which Rabbit; the one that counts is {@code default/default}. */
@Group("dataworkflowservices.github.io")
@Version("v1alpha7")
@Kind("SystemConfiguration")
@Plural("systemconfigurations")
public class SystemConfiguration extends CustomResource<SystemConfiguration.Spec, Void>
    implements Namespaced {
  private static final long serialVersionUID = 1L;

  /** Name and namespace of the SystemConfiguration that counts. */
  public static final String DEFAULT = "default";

  /** The nodes of the machine. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Spec(ArrayList<StorageNode> storageNodes) implements Serializable {
    public Spec {
      storageNodes = storageNodes == null ? new ArrayList<>() : new ArrayList<>(storageNodes);
    }
  }

  /** A storage node: {@code type} is {@code Rabbit} for those Warren runs containers on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StorageNode(String type, String name, ArrayList<ComputeAccess> computesAccess)
      implements Serializable {
    public StorageNode {
      computesAccess = computesAccess == null ? new ArrayList<>() : new ArrayList<>(computesAccess);
    }
  }

  /** A compute attached to a Rabbit; {@code index} is its place there, from zero. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ComputeAccess(String name, Integer index) implements Serializable {}

  @Override
  protected Spec initSpec() {
    return null; // a record has no empty instance
  }
}
