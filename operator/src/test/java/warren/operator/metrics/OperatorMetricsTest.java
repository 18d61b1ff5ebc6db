package warren.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.operator.metrics.Metric.Kind;

final class OperatorMetricsTest {
  private final OperatorMetrics metrics = new OperatorMetrics();

  @ParameterizedTest
  @EnumSource
  void prometheusReadsEachMetricUnderItsNameWithItsLabels(Metric metric) {
    String[] values = metric.labels().stream().map(label -> "x").toArray(String[]::new);
    switch (metric.kind()) {
      case COUNTER -> metrics.count(metric, values);
      case TIMER -> metrics.record(metric, Duration.ofSeconds(1), values);
      case GAUGE -> {
        if (metric.labels().isEmpty()) {
          metrics.measure(metric, () -> 1.0);
        } else {
          metrics.measureRows(metric, () -> Map.of(List.of(values), 1.0));
        }
      }
    }

    String name = metric.prometheusName() + (metric.kind() == Kind.TIMER ? "_count" : "");
    assertThat(metrics.scrape().lines())
        .anySatisfy(
            line -> {
              assertThat(line).matches(name + "[{ ].*");
              assertThat(metric.labels()).allMatch(label -> line.contains(label + "=\"x\""));
            });
  }

  @Test
  void aGaugeLosesRowsThatAreGone() {
    AtomicReference<Map<List<String>, Double>> rows =
        new AtomicReference<>(Map.of(List.of("PreRun", "Ready"), 2.0));
    metrics.measureRows(Metric.WORKFLOWS, rows::get);
    assertThat(metrics.scrape())
        .contains("warren_workflows{state=\"PreRun\",status=\"Ready\"} 2.0");

    rows.set(Map.of(List.of("PostRun", "Ready"), 1.0));

    assertThat(metrics.scrape())
        .contains("warren_workflows{state=\"PostRun\",status=\"Ready\"} 1.0")
        .doesNotContain("warren_workflows{state=\"PreRun\"");
  }

  @Test
  void whatIsAnnouncedIsZero() {
    metrics.announce(Metric.ORPHANS, "removed");

    assertThat(metrics.scrape()).contains("warren_orphans_total{finding=\"removed\"} 0.0");
  }

  @Test
  void aTaskThatFailsIsTimedAsFailed() {
    metrics.time(Metric.SWEEPS, () -> {}, "orphans");
    assertThatThrownBy(
            () ->
                metrics.time(
                    Metric.SWEEPS,
                    () -> {
                      throw new IllegalStateException("no");
                    },
                    "orphans"))
        .hasMessage("no");

    assertThat(metrics.scrape())
        .contains("warren_sweeps_seconds_count{result=\"done\",sweep=\"orphans\"} 1")
        .contains("warren_sweeps_seconds_count{result=\"failed\",sweep=\"orphans\"} 1");
  }

  @Test
  void aNegativeDurationOfAClockThatWasSetBackIsZero() {
    metrics.record(Metric.READY_TIME, Duration.ofSeconds(-5), "Setup");

    assertThat(metrics.scrape())
        .contains("warren_workflow_ready_seconds_count{state=\"Setup\"} 1")
        .contains("warren_workflow_ready_seconds_sum{state=\"Setup\"} 0.0");
  }

  @Test
  void histogramsOfStatesReachFromAQuarterOfASecondToADay() {
    metrics.record(Metric.READY_TIME, Duration.ofSeconds(2), "Setup");

    assertThat(metrics.scrape())
        .contains("warren_workflow_ready_seconds_bucket{state=\"Setup\",le=\"0.25\"} 0")
        .contains("warren_workflow_ready_seconds_bucket{state=\"Setup\",le=\"2.5\"} 1")
        .contains("warren_workflow_ready_seconds_bucket{state=\"Setup\",le=\"86400.0\"} 1");
  }

  /** The framework labels each retry with its number, and a retry that never ends has no last. */
  @Test
  void seriesDoNotGrowWithTheNumberOfRetries() {
    for (int i = 0; i < 100; i++) {
      metrics
          .registry()
          .counter(
              "operator.sdk.reconciliations.started",
              "reconciliations.retries.number",
              Integer.toString(i))
          .increment();
    }

    assertThat(metrics.scrape().lines())
        .filteredOn(line -> line.startsWith("operator_sdk_reconciliations_started_total"))
        .singleElement()
        .asString()
        .endsWith(" 100.0");
  }

  @Test
  void seriesDoNotGrowWithoutEndByCause() {
    for (int i = 0; i < 1_000; i++) {
      metrics.count(Metric.CONTAINERS_FAILED, "PreRun", "cause-" + i);
    }

    assertThat(metrics.scrape().lines())
        .filteredOn(line -> line.startsWith("warren_containers_failed_total{"))
        .hasSize(200);
  }

  @Test
  void theRuntimeIsMeasured() {
    metrics.watchRuntime();

    assertThat(metrics.scrape())
        .contains("jvm_memory_used_bytes{area=\"heap\"")
        .contains("jvm_threads_live_threads ")
        .contains("process_uptime_seconds ")
        .contains("process_cpu_usage ");
  }

  @Test
  void labelsThatDoNotFitAreAMistakeOfTheCaller() {
    assertThatIllegalArgumentException().isThrownBy(() -> metrics.count(Metric.ORPHANS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metrics.count(Metric.WORKFLOWS, "PreRun", "Ready"));
    assertThatIllegalArgumentException().isThrownBy(() -> metrics.announce(Metric.LEADER));
  }
}
