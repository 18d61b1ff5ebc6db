package warren.system;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import warren.cli.demo.Example;
import warren.cli.demo.ExampleSetup;
import warren.cli.install.Installation;
import warren.cli.install.RunnerAccess;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.Progress;
import warren.cluster.TestCluster;

/**
 * The cluster of this test run, with Warren and the examples in it; started once, removed at the
 * end.
 */
public final class Lab implements AutoCloseable {
  /** The workflow namespaces, one for each test class; a class takes the one that it names. */
  static final List<String> NAMESPACES =
      List.of(
          "examples",
          "private-images",
          "refusals",
          "admission",
          "kills",
          "deletions",
          "pull-secrets");

  private final TestCluster testCluster;
  private final KubernetesClient client;
  private final Checkout checkout = Checkout.find();

  private Lab() {
    Progress progress = Progress.to(System.out);
    testCluster = TestCluster.start(checkout, progress);
    client = cluster().client();
    new Installation(checkout, progress).install(cluster(), NAMESPACES);
    ExampleSetup setup = new ExampleSetup(checkout, progress);
    setup.install(cluster(), client, Example.RED_ROCK_SLUSHY, NAMESPACES);
    setup.install(cluster(), client, Example.MPI_RED_ROCK_SLUSHY, NAMESPACES);
  }

  Cluster cluster() {
    return testCluster.cluster();
  }

  KubernetesClient client() {
    return client;
  }

  Checkout checkout() {
    return checkout;
  }

  /** The site file for {@code warren run} in this namespace. */
  Path site(String namespace) {
    return RunnerAccess.write(cluster(), namespace, "site-" + namespace + ".json");
  }

  /** A client with the rights of the workload manager, to be closed by the caller. */
  KubernetesClient runnerClient() {
    RunnerAccess.write(cluster());
    Path kubeconfig = cluster().stateDirectory().resolve("runner.kubeconfig");
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
        .build();
  }

  @Override
  public void close() {
    client.close();
    testCluster.close();
  }

  /** Hands the one lab to every test class that asks for it. */
  public static final class Extension implements ParameterResolver {
    private static final ExtensionContext.Namespace STORE =
        ExtensionContext.Namespace.create(Lab.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      // The root's store closes what it holds when the run ends.
      return context.getRoot().getStore(STORE).getOrComputeIfAbsent("lab", key -> new Lab());
    }
  }
}
