package warren.system;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
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
  /**
   * The workflow namespaces. Each test takes one for itself, so at most as many tests run side by
   * side; {@code junit-platform.properties} lets that many begin.
   */
  static final List<String> NAMESPACES =
      IntStream.range(0, 4).mapToObj(index -> "workflows-" + index).toList();

  private final TestCluster testCluster;
  private final KubernetesClient client;
  private final ClusterObjects objects;
  private final Checkout checkout = Checkout.find();
  private final BlockingQueue<String> free = new LinkedBlockingQueue<>(NAMESPACES);
  private final Map<String, Path> sites = new HashMap<>();

  private Lab() {
    Progress progress = Progress.to(System.out);
    testCluster = TestCluster.start(checkout, progress);
    client = cluster().client();
    new Installation(checkout, progress).install(cluster(), NAMESPACES);
    ExampleSetup setup = new ExampleSetup(checkout, progress);
    setup.install(cluster(), client, Example.RED_ROCK_SLUSHY, NAMESPACES);
    setup.install(cluster(), client, Example.MPI_RED_ROCK_SLUSHY, NAMESPACES);
    setup.install(cluster(), client, Example.TWO_CONTAINERS, NAMESPACES);
    NAMESPACES.forEach(
        name -> sites.put(name, RunnerAccess.write(cluster(), name, "site-" + name + ".json")));
    Warren.warmUp(site(NAMESPACES.getFirst()));
    objects = new ClusterObjects(client);
  }

  Cluster cluster() {
    return testCluster.cluster();
  }

  KubernetesClient client() {
    return client;
  }

  ClusterObjects objects() {
    return objects;
  }

  Checkout checkout() {
    return checkout;
  }

  /** The site file for {@code warren run} in this namespace. */
  Path site(String namespace) {
    return sites.get(namespace);
  }

  /** A client with the rights of the workload manager, to be closed by the caller. */
  KubernetesClient runnerClient() {
    Path kubeconfig = cluster().stateDirectory().resolve("runner.kubeconfig");
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
        .build();
  }

  /** A namespace that nobody has, as soon as there is one; to be closed by the caller. */
  TestNamespace takeNamespace() {
    try {
      return new TestNamespace(this, free.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while all namespaces were taken", e);
    }
  }

  void giveBack(String namespace) {
    free.add(namespace);
  }

  @Override
  public void close() {
    client.close();
    testCluster.close();
  }

  /**
   * Hands the one lab to every test class that asks for it, and to whoever asks for a {@link
   * TestNamespace} one of his own, for as long as he lasts: a test, or a class whose tests share
   * their instance.
   */
  public static final class Extension implements ParameterResolver {
    private static final ExtensionContext.Namespace STORE =
        ExtensionContext.Namespace.create(Lab.class);

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
      return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return List.of(Lab.class, TestNamespace.class).contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      // A store closes what it holds when its context ends; the root's ends with the run.
      Lab lab =
          context
              .getRoot()
              .getStore(STORE)
              .getOrComputeIfAbsent("lab", key -> new Lab(), Lab.class);
      return parameter.getParameter().getType() == Lab.class
          ? lab
          : context
              .getStore(STORE)
              .getOrComputeIfAbsent("namespace", key -> lab.takeNamespace(), TestNamespace.class);
    }
  }
}
