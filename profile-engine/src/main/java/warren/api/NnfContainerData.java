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

/**
 * Where a container's storage is mounted, for somebody else who runs the container: what is written
 * for a profile that creates none. Its payload is {@code data}, not a spec.
 */
@Group("nnf.cray.hpe.com")
@Version("v1alpha11")
@Kind("NnfContainerData")
@Plural("nnfcontainerdata")
public class NnfContainerData extends OpenResource<Void, Void> {
  private static final long serialVersionUID = 1L;

  /**
   * The payload.
   *
   * @param volumes empty, never null
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Data(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) ArrayList<Volume> volumes,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Data {
      volumes = Absent.isEmpty(volumes);
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * A storage of the workflow.
   *
   * @param name as the directive names it
   * @param command the directive's command, {@code jobdw} or {@code persistentdw}
   * @param directiveIndex the directive's index in the workflow
   * @param mountPath where it is mounted on the Rabbit
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Volume(
      String name,
      String command,
      Integer directiveIndex,
      String mountPath,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Volume {
      unknown = Absent.isEmpty(unknown);
    }
  }

  private Data data;

  /** The payload; null before it is set. */
  public Data getData() {
    return data;
  }

  /** Sets the payload. */
  public void setData(Data data) {
    this.data = data;
  }
}
