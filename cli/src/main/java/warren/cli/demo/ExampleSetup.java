package warren.cli.demo;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.Progress;
import warren.cluster.Registry;

/** Does for an example what its author and the administrator do: image, pull secret, profile. */
public final class ExampleSetup {
  private final Checkout checkout;
  private final ExampleImages images;

  public ExampleSetup(Checkout checkout, Progress progress) {
    this.checkout = checkout;
    this.images = new ExampleImages(checkout, progress);
  }

  /** Makes the example ready to run in these workflow namespaces; safe to repeat. */
  public void install(
      Cluster cluster, KubernetesClient client, Example example, List<String> namespaces) {
    images.ensure(cluster, example);
    Registry registry = cluster.registry();
    for (String namespace : namespaces) {
      client
          .resource(PullSecret.of(namespace, PullSecret.NAME, registry, registry.password()))
          .forceConflicts()
          .serverSideApply();
    }
    cluster
        .kubectl(List.of("apply", "--server-side", "--force-conflicts", "-f", "-"), text(example))
        .orThrow("the profile of " + example.name() + " was not accepted");
  }

  private String text(Example example) {
    try {
      return Files.readString(example.profile(checkout));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the profile of " + example.name(), e);
    }
  }
}
