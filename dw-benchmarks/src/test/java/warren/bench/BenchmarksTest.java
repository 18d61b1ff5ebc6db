package warren.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run, and their tables have a row for each; how fast they are is not asserted. */
class BenchmarksTest {
  @Test
  void everyBenchmarkRunsAndGetsARow() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                Main.options()
                    .forks(0)
                    .param("kilobytes", "100")
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(50))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(Tables.perDirective(results).lines().skip(2))
        .hasSize(8)
        .anyMatch(row -> row.startsWith("| examples | script | 7 | "))
        .anyMatch(row -> row.startsWith("| 100 | workflow | 100 | "));
    assertThat(Tables.bySize(results).lines().skip(2))
        .hasSize(2)
        .anyMatch(row -> row.startsWith("| body | 0.1 | "))
        .anyMatch(row -> row.startsWith("| directives | 0.1 | "));
  }
}
