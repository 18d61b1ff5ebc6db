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
   * Deletes the object.
   *
   * @param object has at least its kind, namespace, name and UID
   * @return false when the object was deleted already, or when another one of its name is there
   * @throws KubernetesClientException when the API server could not do it just now
   */
  public static boolean of(
      KubernetesClient client, HasMetadata object, DeletionPropagation propagation) {
    DeleteOptions options =
        new DeleteOptionsBuilder()
            .withPropagationPolicy(propagation.toString())
            .withNewPreconditions()
            .withUid(object.getMetadata().getUid())
            .endPreconditions()
            .build();
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
