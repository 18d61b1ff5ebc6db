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

/** Who asks for host ports, and who has which. */
@Group("nnf.cray.hpe.com")
@Version("v1alpha11")
@Kind("NnfPortManager")
@Plural("nnfportmanagers")
public class NnfPortManager extends OpenResource<NnfPortManager.Spec, NnfPortManager.Status> {
  private static final long serialVersionUID = 1L;

  /**
   * What is asked for.
   *
   * @param systemConfiguration whose ports are given out
   * @param allocations one for each who asks; empty, never null
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Spec(
      ResourceReference systemConfiguration,
      ArrayList<Request> allocations,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Spec {
      allocations = Absent.isEmpty(allocations);
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * Who asks for how many ports.
   *
   * @param requester told apart by its uid
   * @param count how many ports; null means 1
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Request(
      ResourceReference requester, Integer count, @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Request {
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * What has been given out.
   *
   * @param allocations empty, never null
   * @param status Ready or SystemConfigurationNotFound
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Status(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) ArrayList<Allocation> allocations,
      String status,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Status {
      allocations = Absent.isEmpty(allocations);
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * Who has which ports.
   *
   * @param requester null once nobody has them any more
   * @param ports unique in the cluster; empty, never null
   * @param status InUse, Free, Cooldown, InvalidConfiguration or InsufficientResources
   * @param timeUnallocated when they were given back, RFC 3339; null while in use
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Allocation(
      ResourceReference requester,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) ArrayList<Integer> ports,
      String status,
      String timeUnallocated,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Allocation {
      ports = Absent.isEmpty(ports);
      unknown = Absent.isEmpty(unknown);
    }
  }
}
