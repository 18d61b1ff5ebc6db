package warren.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.names.Names;
import warren.operator.OperatorSettings.Role;
import warren.operator.admission.Admission;
import warren.operator.cache.CacheTrims;
import warren.operator.containers.ContainerDriver;
import warren.operator.deadlines.Sweep;
import warren.operator.driver.Driver;
import warren.operator.history.EventWriter;
import warren.operator.history.WorkflowHistory;
import warren.operator.loop.Loop;
import warren.operator.metrics.ApiRequestCounter;
import warren.operator.metrics.Metric;
import warren.operator.metrics.MetricsServer;
import warren.operator.metrics.OperatorMetrics;
import warren.operator.rules.ClusterRules;
import warren.operator.storage.OrphanedStorage;
import warren.operator.storage.StorageDriver;
import warren.operator.storage.StorageSettings;
import warren.operator.sweep.OrphanSweep;
import warren.profile.catalog.ClusterProfileCatalog;

/**
 * The operator's entry. Exit status 1: another replica leads now; 2: the settings make no sense.
 */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int PROBE_PORT = 8080;
  private static final int ADMISSION_PORT = 8443;
  private static final int METRICS_PORT = 8081;
  private static final Duration SWEEP = Duration.ofMinutes(1);

  /**
   * How long one run of a sweep may take; it lists a few kinds of objects, and removes what is
   * left.
   */
  private static final Duration SWEEP_LIMIT = Duration.ofMinutes(2);

  private Main() {}

  /** See the class; takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    OperatorSettings settings;
    try {
      settings = OperatorSettings.from(System.getenv());
    } catch (IllegalArgumentException e) {
      LOG.error("the operator cannot start: {}", e.getMessage());
      System.exit(2);
      return;
    }
    run(settings);
  }

  // The client and the loop live as long as the process: the shutdown hook closes them.
  private static void run(OperatorSettings settings) throws IOException {
    OperatorMetrics metrics = new OperatorMetrics();
    metrics.watchRuntime();
    MetricsServer metricsServer = new MetricsServer(METRICS_PORT, metrics);
    ApiRequestCounter requests = new ApiRequestCounter(metrics);
    KubernetesClient client =
        new KubernetesClientBuilder().withHttpClientBuilderConsumer(requests::join).build();
    KubernetesClient watching =
        new KubernetesClientBuilder()
            .withHttpClientBuilderConsumer(requests::join)
            .withKubernetesSerialization(CacheTrims.serialization())
            .build();
    ClusterRules rules = new ClusterRules(client, settings.systemNamespace());
    Admission admission =
        new Admission(
            client,
            new Admission.Settings(
                ADMISSION_PORT,
                Names.PROFILE_NAMESPACE,
                settings.systemNamespace(),
                settings.certificates()),
            () -> rules.get().withContainersPerJob(settings.containersPerJob()),
            new ClusterProfileCatalog(client, Names.PROFILE_NAMESPACE),
            metrics,
            Clock.systemUTC());
    EventWriter events = new EventWriter(client, settings.identity(), metrics);
    Loop loop =
        new Loop(
            client,
            watching,
            loopSettings(client, settings, rules, admission, metrics),
            new WorkflowHistory(metrics, events),
            metrics,
            Clock.systemUTC(),
            Main::leave);
    Probes probes =
        new Probes(
            PROBE_PORT,
            loop::isHealthy,
            loop::isStarted,
            () -> loop.isStarted() && admission.isReady());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.info("stops");
                  probes.close();
                  admission.close();
                  loop.close();
                  events.close();
                  rules.close();
                  watching.close();
                  client.close();
                  metricsServer.close();
                },
                "stop"));
    LOG.info(
        "starts as {} for workflows in {}", settings.identity(), settings.workflowNamespaces());
    loop.start();
  }

  /** In a thread of its own: the caller's is one that the shutdown waits for. */
  private static void leave() {
    new Thread(() -> System.exit(1), "leave").start();
  }

  private static Loop.Settings loopSettings(
      KubernetesClient client,
      OperatorSettings settings,
      ClusterRules rules,
      Admission admission,
      OperatorMetrics metrics) {
    return new Loop.Settings(
        settings.identity(),
        settings.workflowNamespaces(),
        settings.systemNamespace(),
        Names.PROFILE_NAMESPACE,
        () -> rules.get().withContainersPerJob(settings.containersPerJob()),
        settings.roles().contains(Role.WORKFLOWS),
        drivers(client, settings),
        sweeps(client, settings, admission, metrics));
  }

  private static List<Sweep> sweeps(
      KubernetesClient client,
      OperatorSettings settings,
      Admission admission,
      OperatorMetrics metrics) {
    List<Sweep> sweeps = new ArrayList<>();
    sweeps.add(
        sweep("admission certificates", settings.certificates().pause(), admission::keep, metrics));
    if (settings.roles().contains(Role.STORAGE)) {
      sweeps.add(
          sweep(
              "orphans",
              SWEEP,
              new OrphanSweep(
                  client,
                  settings.workflowNamespaces(),
                  settings.systemNamespace(),
                  new OrphanedStorage(storage(settings)),
                  metrics,
                  Clock.systemUTC()),
              metrics));
    }
    return sweeps;
  }

  private static Sweep sweep(
      String name, Duration interval, Runnable task, OperatorMetrics metrics) {
    return new Sweep(name, interval, SWEEP_LIMIT, () -> metrics.time(Metric.SWEEPS, task, name));
  }

  private static List<Driver> drivers(KubernetesClient client, OperatorSettings settings) {
    List<Driver> drivers = new ArrayList<>();
    if (settings.roles().contains(Role.STORAGE)) {
      drivers.add(new StorageDriver(storage(settings)));
    }
    if (settings.roles().contains(Role.CONTAINERS)) {
      drivers.add(new ContainerDriver(client, Names.PROFILE_NAMESPACE));
    }
    return drivers;
  }

  private static StorageSettings storage(OperatorSettings settings) {
    return new StorageSettings(
        settings.systemNamespace(), settings.sharedRoot(), settings.localRoot());
  }
}
