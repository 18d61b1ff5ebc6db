package warren.operator.cache;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import warren.names.Labels;

/**
 * The parts of Kubernetes objects that the operator's caches leave out. A client with this {@link
 * #serialization} drops them while it reads an answer, so that they are never in memory.
 *
 * <p>Such a client is for watches only. An object that it has read must not be sent back whole: the
 * API server would delete what was left out. A patch that is computed from such an object is
 * harmless, because a part that is missing before and after does not occur in the patch.
 */
public final class CacheTrims {
  /** As large as the object that somebody has applied with {@code kubectl apply}. */
  static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** The files that Warren puts into containers; for MPI they name all workers. */
  private static final String FILES = Labels.file("");

  private CacheTrims() {}

  /** The serialization of a client that only watches. */
  public static KubernetesSerialization serialization() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.addMixIn(ObjectMeta.class, TrimmedMetadata.class);
    mapper.addMixIn(Secret.class, TrimmedSecret.class);
    mapper.addMixIn(PodSpec.class, TrimmedPodSpec.class);
    mapper.addMixIn(Container.class, TrimmedContainer.class);
    mapper.addMixIn(Volume.class, TrimmedVolume.class);
    mapper.addMixIn(Event.class, TrimmedEvent.class);
    mapper.addMixIn(Node.class, TrimmedNode.class);
    return new KubernetesSerialization(mapper, true);
  }

  @JsonIgnoreProperties({"managedFields", "selfLink"})
  private abstract static class TrimmedMetadata {
    @JsonDeserialize(using = TrimmedAnnotations.class)
    @SuppressWarnings("UnusedMethod") // Jackson reads it.
    abstract void setAnnotations(Map<String, String> annotations);
  }

  /** Of Secrets only metadata and type are cached. */
  @JsonIgnoreProperties({"data", "stringData"})
  private abstract static class TrimmedSecret {}

  /** Of pods, and of the templates of Jobs: what says where they run, and what. */
  @JsonIncludeProperties({
    "containers",
    "hostname",
    "initContainers",
    "nodeName",
    "restartPolicy",
    "subdomain",
    "volumes"
  })
  private abstract static class TrimmedPodSpec {}

  @JsonIncludeProperties({"image", "name", "resources", "restartPolicy"})
  private abstract static class TrimmedContainer {}

  @JsonIncludeProperties({"hostPath", "name", "persistentVolumeClaim"})
  private abstract static class TrimmedVolume {}

  /** Of Events: what about which object, and when. */
  @JsonIncludeProperties({
    "apiVersion",
    "count",
    "eventTime",
    "firstTimestamp",
    "involvedObject",
    "kind",
    "lastTimestamp",
    "message",
    "metadata",
    "reason",
    "series",
    "type"
  })
  private abstract static class TrimmedEvent {}

  /** Of Nodes only that they exist; the status alone lists all images that a node holds. */
  @JsonIncludeProperties({"apiVersion", "kind", "metadata"})
  private abstract static class TrimmedNode {}

  /**
   * Leaves out the values of {@link #LAST_APPLIED} and of the files of containers, but not the
   * keys: a patch that found no annotation at all would add the whole map, and so delete this
   * annotation.
   */
  private static final class TrimmedAnnotations extends StdDeserializer<Map<String, String>> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("unused") // Jackson calls this constructor.
    TrimmedAnnotations() {
      super(Map.class);
    }

    private static boolean isTrimmed(String key) {
      return key.equals(LAST_APPLIED) || key.startsWith(FILES);
    }

    @Override
    public Map<String, String> deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Map<String, String> annotations = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        annotations.put(key, isTrimmed(key) ? "" : parser.getValueAsString());
      }
      return annotations;
    }
  }
}
