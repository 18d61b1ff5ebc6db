package warren.operator.loop;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import warren.api.NnfContainerProfile;
import warren.api.RabbitDirectory;
import warren.api.SystemConfiguration;
import warren.dw.RuleBook;
import warren.names.Labels;
import warren.operator.containers.ContainerDriver;
import warren.operator.metrics.OperatorMetrics;
import warren.operator.storage.StorageDriver;
import warren.operator.storage.StorageSettings;

/**
 * The operator's loop as it runs, on a mock of the API server: with kubelets, a workload manager,
 * and an injector of faults between the loop and the server.
 */
final class OperatorOnMock implements AutoCloseable {
  static final String NAMESPACE = "default";
  private static final String SYSTEM = "warren-system";
  private static final String PROFILES = "nnf-system";

  /** A machine with two Rabbits, and a profile that uses storage. */
  private static final List<HasMetadata> SITE =
      List.of(
          new NodeBuilder().withNewMetadata().withName("rabbit-0").endMetadata().build(),
          new NodeBuilder().withNewMetadata().withName("rabbit-1").endMetadata().build(),
          Serialization.unmarshal(
              """
              apiVersion: dataworkflowservices.github.io/v1alpha7
              kind: SystemConfiguration
              metadata: {name: default, namespace: default}
              spec:
                storageNodes:
                - {type: Rabbit, name: rabbit-0, computesAccess: [{name: compute-0, index: 0}]}
                - {type: Rabbit, name: rabbit-1, computesAccess: [{name: compute-1, index: 0}]}
              """,
              SystemConfiguration.class),
          Serialization.unmarshal(
              """
              apiVersion: nnf.cray.hpe.com/v1alpha11
              kind: NnfContainerProfile
              metadata: {name: plain, namespace: nnf-system}
              data:
                retryLimit: 6
                spec: {containers: [{name: app, image: "registry/app:1", command: [app]}]}
                storages: [{name: DW_JOB_data, optional: false}]
              """,
              NnfContainerProfile.class));

  private final MockCluster cluster = new MockCluster();
  private final KubernetesClient admin = cluster.client();
  private final FaultInjector faults = new FaultInjector();
  private final AtomicInteger passes = new AtomicInteger();
  private final AtomicInteger readings = new AtomicInteger();
  private final Kubelets kubelets = new Kubelets(admin);
  private final WorkloadManager manager;
  private final Loop loop = loop(cluster.client(faults));

  /** An operator whose workload manager gives each job the one compute of rabbit-0. */
  OperatorOnMock() {
    this(List.of("compute-0"));
  }

  /** An operator whose workload manager gives each job these computes. */
  OperatorOnMock(List<String> computes) {
    manager = new WorkloadManager(admin, NAMESPACE, computes);
    SITE.forEach(object -> admin.resource(object).create());
    loop.start();
  }

  FaultInjector faults() {
    return faults;
  }

  WorkloadManager manager() {
    return manager;
  }

  Kubelets kubelets() {
    return kubelets;
  }

  KubernetesClient admin() {
    return admin;
  }

  /** How often the loop passed over a workflow. */
  int passes() {
    return passes.get();
  }

  /** How often a workflow's directives were read. */
  int readings() {
    return readings.get();
  }

  /** What is labelled as a workflow's. */
  List<String> leftOvers() {
    return Stream.of(
            admin.batch().v1().jobs().inAnyNamespace().list().getItems(),
            admin.pods().inAnyNamespace().list().getItems(),
            admin.services().inAnyNamespace().list().getItems(),
            admin.persistentVolumeClaims().inAnyNamespace().list().getItems(),
            admin.persistentVolumes().list().getItems(),
            admin.resources(RabbitDirectory.class).inAnyNamespace().list().getItems())
        .flatMap(List::stream)
        .filter(object -> object.getMetadata().getLabels().containsKey(Labels.WORKFLOW_UID))
        .map(object -> object.getKind() + " " + object.getMetadata().getName())
        .toList();
  }

  @Override
  public void close() {
    loop.close();
    manager.close();
    kubelets.close();
    cluster.close();
  }

  private Loop loop(KubernetesClient client) {
    StorageSettings storage = new StorageSettings(SYSTEM, Path.of("/shared"), Path.of("/local"));
    return new Loop(
        client,
        cluster.client(),
        new Loop.Settings(
            "test",
            Set.of(NAMESPACE),
            SYSTEM,
            PROFILES,
            () -> {
              readings.incrementAndGet();
              return RuleBook.standard();
            },
            true,
            List.of(new StorageDriver(storage), new ContainerDriver(client, PROFILES)),
            List.of()),
        (before, after, failures, now) -> {},
        new OperatorMetrics(),
        () -> {
          passes.incrementAndGet();
          return Clock.systemUTC().instant();
        },
        () -> {});
  }
}
