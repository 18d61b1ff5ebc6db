package warren.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A container profile as an administrator wrote it, in either of the published shapes; {@link
 * warren.profile.ProfileReader} makes one {@link warren.profile.ResolvedProfile} of both. Its
 * payload is {@code data}, not a spec.
 */
@Group("nnf.cray.hpe.com")
@Version("v1alpha11")
@Kind("NnfContainerProfile")
@Plural("nnfcontainerprofiles")
public class NnfContainerProfile extends OpenResource<Void, Void> {
  private static final long serialVersionUID = 1L;

  private ObjectNode data = JsonNodeFactory.instance.objectNode();
  private String writtenVersion;

  /** The version it was written in: the two published shapes are versions of one resource. */
  @Override
  public String getApiVersion() {
    return writtenVersion == null ? super.getApiVersion() : writtenVersion;
  }

  /** Null means the version of today. */
  @Override
  public void setApiVersion(String version) {
    writtenVersion = version;
  }

  /** The payload, exactly as stored; an empty object when there is none. */
  public ObjectNode getData() {
    return data;
  }

  /** Null, as a resource without payload has it, means an empty object. */
  public void setData(ObjectNode payload) {
    data = payload == null ? JsonNodeFactory.instance.objectNode() : payload;
  }

  /** Whether this is a workflow's frozen copy, which no directive may name. */
  @JsonIgnore
  public boolean isPinned() {
    return data.path("pinned").asBoolean(false);
  }
}
