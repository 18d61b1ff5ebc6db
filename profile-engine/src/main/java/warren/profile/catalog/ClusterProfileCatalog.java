package warren.profile.catalog;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.profile.ProfileCatalog;

/**
 * The profiles of one namespace of a cluster, asked each time. A request that fails is a {@link
 * io.fabric8.kubernetes.client.KubernetesClientException}, for the caller to tell or to try again.
 */
public final class ClusterProfileCatalog implements ProfileCatalog {
  private final KubernetesClient client;
  private final String namespace;

  /**
   * @param namespace where the administrator keeps the profiles
   */
  public ClusterProfileCatalog(KubernetesClient client, String namespace) {
    this.client = requireNonNull(client, "client");
    this.namespace = requireNonNull(namespace, "namespace");
  }

  @Override
  public Optional<NnfContainerProfile> find(String name) {
    return Optional.ofNullable(profiles().inNamespace(namespace).withName(name).get())
        .filter(profile -> !profile.isPinned());
  }

  @Override
  public List<String> names() {
    return all().stream().map(profile -> profile.getMetadata().getName()).toList();
  }

  @Override
  public List<NnfContainerProfile> all() {
    return profiles().inNamespace(namespace).list().getItems().stream()
        .filter(profile -> !profile.isPinned())
        .sorted(Comparator.comparing(profile -> profile.getMetadata().getName()))
        .toList();
  }

  private MixedOperation<
          NnfContainerProfile,
          KubernetesResourceList<NnfContainerProfile>,
          Resource<NnfContainerProfile>>
      profiles() {
    return client.resources(NnfContainerProfile.class);
  }
}
