package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.health.EventSourceHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetrics;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.dw.RuleBook;
import warren.operator.deadlines.QuartzAlarms;
import warren.operator.deadlines.Sweep;
import warren.operator.driver.Driver;
import warren.operator.history.WriteObserver;
import warren.operator.metrics.Census;
import warren.operator.metrics.Metric;
import warren.operator.metrics.OperatorMetrics;

/** The running operator: it leads or waits to lead, and passes over workflows as they change. */
public final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  /** Longest pause between two tries of a pass that the API server did not allow to end. */
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

  private final Operator operator;
  private final QuartzAlarms alarms;
  private final LeaderLease lease;
  private volatile boolean closing;
  private volatile boolean leads;

  /**
   * What a loop is to do.
   *
   * @param identity who leads, the same after a restart of the container, so that the lease is its
   *     own
   * @param profileNamespace where an administrator keeps the profiles
   * @param rules the rule book that directives are read by, as it is now
   * @param ownsWorkflows whether Warren runs the workflows' states, or a foreign operator does
   * @param drivers asked in this order
   * @param sweeps run regularly while it leads
   */
  public record Settings(
      String identity,
      Set<String> workflowNamespaces,
      String systemNamespace,
      String profileNamespace,
      Supplier<RuleBook> rules,
      boolean ownsWorkflows,
      List<Driver> drivers,
      List<Sweep> sweeps) {
    public Settings {
      requireNonNull(identity, "identity");
      requireNonNull(systemNamespace, "systemNamespace");
      requireNonNull(profileNamespace, "profileNamespace");
      requireNonNull(rules, "rules");
      workflowNamespaces = Set.copyOf(workflowNamespaces);
      drivers = List.copyOf(drivers);
      sweeps = List.copyOf(sweeps);
    }
  }

  /**
   * A loop that does nothing before {@link #start}.
   *
   * @param client for passes, which need objects whole
   * @param watching for watches; may leave out what {@link warren.operator.cache.CacheTrims} says
   * @param lost hears that another leads, though this loop was not closed; it never leads again, so
   *     the process has to end. Must return at once
   */
  public Loop(
      KubernetesClient client,
      KubernetesClient watching,
      Settings settings,
      WriteObserver observer,
      OperatorMetrics metrics,
      InstantSource clock,
      Runnable lost) {
    Watches watches =
        new Watches(
            client,
            settings.workflowNamespaces(),
            settings.systemNamespace(),
            settings.profileNamespace());
    lease = new LeaderLease(client, settings.systemNamespace(), settings.identity());
    alarms = new QuartzAlarms(watches::ring);
    settings.sweeps().forEach(alarms::every);
    operator =
        new Operator(
            overrider ->
                overrider
                    .withKubernetesClient(watching)
                    .withMetrics(MicrometerMetrics.withoutPerResourceMetrics(metrics.registry()))
                    .withCloseClientOnStop(false)
                    .withUseSSAToPatchPrimaryResource(false)
                    .withResourceCloner(new NoCloner())
                    .withStopOnInformerErrorDuringStartup(true)
                    .withLeaderElectionConfiguration(
                        LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(
                                LeaderLease.NAME)
                            .withLeaseNamespace(lease.namespace())
                            .withIdentity(lease.identity())
                            // The framework would exit within close(), which waits for the exit.
                            .withExitOnStopLeading(false)
                            .withLeaderCallbacks(callbacks(lost))
                            .build()));
    WorkflowPass pass =
        new WorkflowPass(client, settings.ownsWorkflows(), settings.drivers(), observer);
    WorkflowReconciler reconciler =
        new WorkflowReconciler(client, watches, settings.rules(), pass, alarms, clock);
    operator.register(
        reconciler,
        overrider ->
            overrider
                .settingNamespaces(settings.workflowNamespaces())
                .withInformerListLimit(Watches.LIST_LIMIT)
                .withGenerationAware(false)
                // Else the framework passes over workflows that are being deleted by itself.
                .withTriggerReconcilerOnAllEvents(true)
                .withRetry(
                    new GenericRetry()
                        .setInitialInterval(500)
                        .setMaxInterval(LONGEST_RETRY.toMillis())
                        .withoutMaxAttempts()));
    metrics.measureRows(Metric.WORKFLOWS, () -> Census.workflows(reconciler.workflows()));
    metrics.measureRows(Metric.STORAGE_VOLUMES, () -> Census.volumes(watches.allVolumes()));
    metrics.measureRows(Metric.STORAGE_REQUESTED, () -> Census.requested(watches.allVolumes()));
    metrics.measure(Metric.LEADER, () -> leads ? 1 : 0);
  }

  /** Begins; returns once it leads. */
  public void start() {
    operator.start();
  }

  /** Whether the watches have been started; who does not lead yet is started too. */
  public boolean isStarted() {
    return operator.getRuntimeInfo().isStarted();
  }

  /**
   * Whether no watch has ended for good. One that is just being renewed is well, as each is every
   * few minutes; a loop that does not lead yet is healthy too.
   */
  public boolean isHealthy() {
    return !isStarted()
        || operator.getRuntimeInfo().unhealthyEventSources().values().stream()
            .flatMap(sources -> sources.values().stream())
            .allMatch(Loop::isRunning);
  }

  private static boolean isRunning(EventSourceHealthIndicator unhealthy) {
    return unhealthy instanceof InformerWrappingEventSourceHealthIndicator<?> watches
        && watches.informerHealthIndicators().values().stream()
            .allMatch(InformerHealthIndicator::isRunning);
  }

  @Override
  public void close() {
    closing = true;
    operator.stop();
    alarms.close();
    lease.giveUp(); // the framework does not, and a successor would wait
  }

  private LeaderCallbacks callbacks(Runnable lost) {
    return new LeaderCallbacks(
        () -> {
          LOG.info("leads from now on");
          leads = true;
          alarms.start();
        },
        () -> {
          leads = false;
          if (!closing) {
            LOG.warn("does not lead any more");
            lost.run();
          }
        },
        leader -> LOG.info("{} leads", leader));
  }
}
