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

/** Which compute belongs to which Rabbit; the one that counts is {@code default/default}. */
@Group("dataworkflowservices.github.io")
@Version("v1alpha7")
@Kind("SystemConfiguration")
@Plural("systemconfigurations")
public class SystemConfiguration
    extends OpenResource<SystemConfiguration.Spec, SystemConfiguration.Status> {
  private static final long serialVersionUID = 1L;

  /** Name and namespace of the SystemConfiguration that counts. */
  public static final String DEFAULT = "default";

  /**
   * The nodes of the machine.
   *
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Spec(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) ArrayList<StorageNode> storageNodes,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Spec {
      storageNodes = Absent.isEmpty(storageNodes);
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * A storage node.
   *
   * @param type {@code Rabbit} for those Warren runs containers on
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StorageNode(
      String type,
      String name,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) ArrayList<ComputeAccess> computesAccess,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public StorageNode {
      computesAccess = Absent.isEmpty(computesAccess);
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * A compute attached to a Rabbit.
   *
   * @param index its place there, from zero
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ComputeAccess(String name, Integer index, @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public ComputeAccess {
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * What DWS has made of it; Warren leaves it alone.
   *
   * @param ready null means false
   * @param error null means none
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Status(Boolean ready, ResourceError error, @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Status {
      unknown = Absent.isEmpty(unknown);
    }
  }
}
