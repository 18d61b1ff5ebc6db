package warren.apiserver.exact;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;

/**
 * A JSON patch of one object, told by its UID: the API server refuses the patch when another object
 * has the name by now.
 */
public final class ExactPatch {
  private final List<Map<String, Object>> operations = new ArrayList<>();

  private ExactPatch() {}

  /** A patch of the object with this UID, that changes nothing yet. */
  public static ExactPatch of(String uid) {
    return new ExactPatch().test("/metadata/uid", uid);
  }

  /** The patch is refused unless the object has this value at {@code path}. */
  public ExactPatch test(String path, String value) {
    return add("test", path, value);
  }

  /** Sets a field, whether it is there or not. Its parent must be there. */
  public ExactPatch set(String path, Object value) {
    return add("add", path, value);
  }

  private ExactPatch add(String operation, String path, Object value) {
    operations.add(Map.of("op", operation, "path", path, "value", value));
    return this;
  }

  /**
   * Sends it, in one request.
   *
   * @param object has at least the kind, namespace and name
   * @throws KubernetesClientException when the cluster does not answer or refuses, see {@link
   *     #isOutdated}
   */
  public void send(KubernetesClient client, HasMetadata object) {
    client
        .resource(object)
        .patch(
            PatchContext.of(PatchType.JSON),
            client.getKubernetesSerialization().asJson(operations));
  }

  /** Whether this patch was refused since the object is gone, is another one, or was changed. */
  public static boolean isOutdated(HasMetadata object, KubernetesClientException refused) {
    return ApiFailure.of(ApiRequest.change(object), refused) instanceof ApiFailure.Stale;
  }
}
