package warren.apiserver.exact;

import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Locale;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;

/**
 * Deletes an object with a UID precondition, so that a new object of the same name is never
 * deleted. The client's own delete knows no such precondition, hence the plain request.
 */
public final class Deletion {
  private Deletion() {}

  /**
   * Deletes the object; what the object owns follows.
   *
   * @param object has at least its kind, namespace, name and UID
   * @return false when the object was deleted already, or when another one of its name is there
   * @throws KubernetesClientException when the API server could not do it just now
   */
  public static boolean of(KubernetesClient client, HasMetadata object) {
    return send(client, object, options(object).build());
  }

  /**
   * Deletes a pod without waiting for its kubelet: the object is gone while the node may still
   * clear up after the pod.
   *
   * @return as {@link #of}
   * @throws KubernetesClientException when the API server could not do it just now
   */
  public static boolean atOnce(KubernetesClient client, HasMetadata pod) {
    return send(client, pod, options(pod).withGracePeriodSeconds(0L).build());
  }

  private static DeleteOptionsBuilder options(HasMetadata object) {
    return new DeleteOptionsBuilder()
        .withPropagationPolicy(DeletionPropagation.BACKGROUND.toString())
        .withNewPreconditions()
        .withUid(object.getMetadata().getUid())
        .endPreconditions();
  }

  private static boolean send(KubernetesClient client, HasMetadata object, DeleteOptions options) {
    try {
      client.raw(path(object), "DELETE", options);
      return true;
    } catch (KubernetesClientException e) {
      ApiRequest request = ApiRequest.delete(object);
      if (ApiFailure.of(request, e) instanceof ApiFailure.Stale) {
        return false;
      }
      throw request.failed(e);
    }
  }

  static String path(HasMetadata object) {
    String version = object.getApiVersion();
    String namespace = object.getMetadata().getNamespace();
    return (version.contains("/") ? "/apis/" : "/api/")
        + version
        + (namespace == null ? "" : "/namespaces/" + namespace)
        + "/"
        + Pluralize.toPlural(object.getKind().toLowerCase(Locale.ROOT))
        + "/"
        + object.getMetadata().getName();
  }
}
