package warren.profile.catalog;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import warren.api.DWDirectiveRule;
import warren.rules.ClusterRuleBook;

/**
 * The {@code DWDirectiveRule} objects of a cluster. As untyped resources, so that one whose shape
 * is wrong does not keep the others from being read.
 */
public final class RuleCatalog {
  private static final ResourceDefinitionContext RULES =
      ResourceDefinitionContext.fromResourceType(DWDirectiveRule.class);

  private RuleCatalog() {}

  /** The rule objects of one namespace, to be listed or watched. */
  public static NonNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      resources(KubernetesClient client, String namespace) {
    return client.genericKubernetesResources(RULES).inNamespace(namespace);
  }

  /**
   * The rule book that the objects of a namespace make now. A request that fails is a {@link
   * io.fabric8.kubernetes.client.KubernetesClientException}, for the caller to tell or to try
   * again.
   */
  public static ClusterRuleBook read(KubernetesClient client, String namespace) {
    return ClusterRuleBook.of(resources(client, namespace).list().getItems());
  }
}
