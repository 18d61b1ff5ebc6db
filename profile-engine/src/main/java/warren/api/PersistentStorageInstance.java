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

/** Storage that lives between workflows, until one destroys it. */
@Group("dataworkflowservices.github.io")
@Version("v1alpha7")
@Kind("PersistentStorageInstance")
@Plural("persistentstorageinstances")
public class PersistentStorageInstance
    extends OpenResource<PersistentStorageInstance.Spec, PersistentStorageInstance.Status> {
  private static final long serialVersionUID = 1L;

  /**
   * What is wanted of it.
   *
   * @param name as directives name it
   * @param fsType raw, xfs, gfs2 or lustre
   * @param dwDirective the text of the directive that created it
   * @param userID whose it is
   * @param state Active or Destroying
   * @param consumerReferences who uses it; empty, never null
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Spec(
      String name,
      String fsType,
      String dwDirective,
      Long userID,
      String state,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) ArrayList<ResourceReference> consumerReferences,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Spec {
      consumerReferences = Absent.isEmpty(consumerReferences);
      unknown = Absent.isEmpty(unknown);
    }
  }

  /**
   * What has become of it.
   *
   * @param servers the storage behind it; null until there is some
   * @param state Creating, Active, Degraded or Destroying; usable when Active or Degraded
   * @param error null means none
   * @param unknown the fields that Warren does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Status(
      ResourceReference servers,
      String state,
      ResourceError error,
      @Unknown Map<String, JsonNode> unknown)
      implements Serializable {
    public Status {
      unknown = Absent.isEmpty(unknown);
    }
  }
}
