package warren.operator.decision;

import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Locale;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;
import warren.operator.decision.Action.Propagation;

/**
 * Deletes one very object: the API server is told its UID, so that never another one of the same
 * name goes. The client's own delete knows no such precondition, hence the plain request.
 */
public final class Deletion {
  private Deletion() {}

  /**
   * Deletes it.
   *
   * @return false when it was gone already, or when another one of its name is there
   * @throws KubernetesClientException when the API server could not do it just now
   */
  public static boolean of(KubernetesClient client, HasMetadata object, Propagation propagation) {
    DeleteOptions options =
        new DeleteOptionsBuilder()
            .withPropagationPolicy(
                switch (propagation) {
                  case BACKGROUND -> "Background";
                  case FOREGROUND -> "Foreground";
                })
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
