package warren.operator.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.metrics.Metric.Kind;

/** The values of all metrics, as long as the process lives. Safe for any thread. */
public final class OperatorMetrics {
  private static final String SDK = "operator.sdk.";

  /** Codes of findings are constants of the program; far fewer than this. */
  private static final int MOST_CAUSES = 200;

  /** The histogram's bounds for work of the operator itself, in seconds. */
  private static final double[] SHORT = seconds(0.005, 0.025, 0.1, 0.5, 1, 5, 30);

  /** The histogram's bounds for a state of a workflow, in seconds: up to a day. */
  private static final double[] LONG =
      seconds(0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<Runnable> beforeScrape = new ArrayList<>();

  /** No value is counted yet. */
  public OperatorMetrics() {
    registry
        .config()
        .meterFilter(bounds())
        // The framework has a label for the number of each retry, which never ends.
        .meterFilter(MeterFilter.ignoreTags("reconciliations.retries.number"))
        .meterFilter(
            MeterFilter.maximumAllowableTags(
                Metric.CONTAINERS_FAILED.id(), "cause", MOST_CAUSES, MeterFilter.deny()));
    announceKnown();
  }

  /** An alert on a growing counter sees no growth from a series that was not there before. */
  private void announceKnown() {
    for (String finding : List.of("removed", "waiting", "failed", "foreign")) {
      announce(Metric.ORPHANS, finding);
    }
    for (String review : List.of("profiles", "workflows")) {
      for (String answer : List.of("allowed", "refused", "failed")) {
        announce(Metric.ADMISSION_ANSWERS, review, answer);
      }
    }
    for (String driver : List.of(Names.STORAGE_DRIVER, Names.CONTAINER_DRIVER)) {
      for (WorkflowState state : WorkflowState.values()) {
        announce(Metric.ENTRIES_RETRIED, driver, state.word());
        for (Blame blame : Blame.values()) {
          announce(Metric.ENTRIES_FAILED, driver, state.word(), blame.word());
        }
      }
    }
  }

  /** For libraries that count by themselves, such as the Java Operator SDK. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Adds the memory, threads and processor time of this Java process. */
  public void watchRuntime() {
    Stream.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(binder -> binder.bindTo(registry));
  }

  /** Has a counter or histogram with these label values exist before anything is counted. */
  public void announce(Metric metric, String... values) {
    switch (metric.kind()) {
      case COUNTER -> counter(metric, values);
      case TIMER -> timer(metric, values);
      case GAUGE -> throw new IllegalArgumentException(metric + " is measured, not counted");
    }
  }

  /**
   * Adds one to a counter.
   *
   * @param values one for each of {@link Metric#labels}
   */
  public void count(Metric metric, String... values) {
    counter(metric, values).increment();
  }

  /**
   * Adds a duration to a histogram.
   *
   * @param values one for each of {@link Metric#labels}
   */
  public void record(Metric metric, Duration duration, String... values) {
    timer(metric, values).record(duration.isNegative() ? Duration.ZERO : duration);
  }

  /** Runs a task, and adds its duration to a histogram with 'done' or 'failed' as last label. */
  public void time(Metric metric, Runnable task, String... values) {
    announce(metric, with(values, "failed"));
    Timer.Sample start = Timer.start(registry);
    String result = "failed";
    try {
      task.run();
      result = "done";
    } finally {
      start.stop(timer(metric, with(values, result)));
    }
  }

  /** Measures a value without labels whenever Prometheus asks. */
  public void measure(Metric metric, DoubleSupplier value) {
    require(metric, Kind.GAUGE, new String[0]);
    Gauge.builder(metric.id(), value::getAsDouble).description(metric.help()).register(registry);
  }

  /**
   * Measures a value for each set of labels whenever Prometheus asks.
   *
   * @param rows the values by their labels' values; a row that is missing ends its series
   */
  public void measureRows(Metric metric, Supplier<Map<List<String>, Double>> rows) {
    MultiGauge gauge =
        MultiGauge.builder(metric.id()).description(metric.help()).register(registry);
    Runnable refresh =
        () ->
            gauge.register(
                rows.get().entrySet().stream()
                    .<MultiGauge.Row<?>>map(
                        row ->
                            MultiGauge.Row.of(
                                tags(metric, Kind.GAUGE, row.getKey().toArray(String[]::new)),
                                row.getValue()))
                    .toList(),
                true);
    synchronized (beforeScrape) {
      beforeScrape.add(refresh);
    }
  }

  /** All values as Prometheus reads them, in its text format. */
  public String scrape() {
    synchronized (beforeScrape) {
      beforeScrape.forEach(Runnable::run);
    }
    return registry.scrape();
  }

  private static String[] with(String[] values, String last) {
    return Stream.concat(Stream.of(values), Stream.of(last)).toArray(String[]::new);
  }

  private Counter counter(Metric metric, String... values) {
    return Counter.builder(metric.id())
        .description(metric.help())
        .tags(tags(metric, Kind.COUNTER, values))
        .register(registry);
  }

  private Timer timer(Metric metric, String... values) {
    return Timer.builder(metric.id())
        .description(metric.help())
        .tags(tags(metric, Kind.TIMER, values))
        .register(registry);
  }

  private static Tags tags(Metric metric, Kind kind, String... values) {
    require(metric, kind, values);
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(metric.labels().get(i), values[i]);
    }
    return tags;
  }

  private static void require(Metric metric, Kind kind, String... values) {
    if (metric.kind() != kind || metric.labels().size() != values.length) {
      throw new IllegalArgumentException(
          metric + " is a " + metric.kind() + " with the labels " + metric.labels());
    }
  }

  private static MeterFilter bounds() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        if (id.getType() != Meter.Type.TIMER) {
          return config;
        }
        boolean isShort = id.getName().startsWith(SDK) || id.getName().equals(Metric.SWEEPS.id());
        return DistributionStatisticConfig.builder()
            .percentiles()
            .percentilesHistogram(false)
            .serviceLevelObjectives(isShort ? SHORT : LONG)
            .build()
            .merge(config);
      }
    };
  }

  /** In nanoseconds, as micrometer wants them. */
  private static double[] seconds(double... bounds) {
    return Arrays.stream(bounds).map(bound -> bound * 1e9).toArray();
  }
}
