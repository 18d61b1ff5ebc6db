package warren.bench;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results as tables in Markdown. An error is half the width of JMH's 99.9 % confidence interval.
 */
final class Tables {
  private Tables() {}

  /** A row for each set and form of {@link ReadBenchmark}: time and memory by directive. */
  static String perDirective(Collection<RunResult> results) {
    return """
    | scripts | read from | directives | ns per directive | bytes allocated per directive |
    | --- | --- | ---: | ---: | ---: |
    """
        + results.stream()
            .filter(result -> isOf(ReadBenchmark.class, result))
            .map(Tables::directiveRow)
            .collect(joining());
  }

  private static String directiveRow(RunResult result) {
    BenchmarkParams params = result.getParams();
    String set = params.getParam("set");
    int count = ReadBenchmark.directives(set);
    Result<?> time = result.getPrimaryResult();
    return row(
        set,
        time.getLabel(),
        String.valueOf(count),
        withError(time.getScore() / count, time.getScoreError() / count),
        number(allocated(result) / count));
  }

  /** A row for each shape and size of {@link SizeBenchmark}. */
  static String bySize(Collection<RunResult> results) {
    return """
    | script of | MB | ms | ms per MB | bytes allocated per byte of script |
    | --- | ---: | ---: | ---: | ---: |
    """
        + results.stream()
            .filter(result -> isOf(SizeBenchmark.class, result))
            .map(Tables::sizeRow)
            .collect(joining());
  }

  private static String sizeRow(RunResult result) {
    BenchmarkParams params = result.getParams();
    double megabytes = Integer.parseInt(params.getParam("kilobytes")) / 1000.0;
    Result<?> time = result.getPrimaryResult();
    return row(
        params.getParam("shape").toLowerCase(Locale.ROOT),
        number(megabytes),
        withError(time.getScore(), time.getScoreError()),
        number(time.getScore() / megabytes),
        number(allocated(result) / megabytes / 1_000_000));
  }

  static String row(String... cells) {
    return List.of(cells).stream().collect(joining(" | ", "| ", " |\n"));
  }

  private static boolean isOf(Class<?> benchmark, RunResult result) {
    return result.getParams().getBenchmark().startsWith(benchmark.getName() + ".");
  }

  /** Bytes an operation, as JMH's GC profiler tells. */
  private static double allocated(RunResult result) {
    return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
  }

  private static String withError(double value, double error) {
    return Double.isNaN(error) ? number(value) : number(value) + " ± " + number(error);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
