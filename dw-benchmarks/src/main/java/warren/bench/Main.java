package warren.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import warren.bench.SizeBenchmark.Shape;

/** Runs all benchmarks and prints what {@code docs/benchmarks.md} shows. */
public final class Main {
  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    Collection<RunResult> results = new Runner(options().build()).run();
    System.out.println();
    System.out.println(Tables.perDirective(results));
    System.out.println(Tables.bySize(results));
    System.out.println(heaps());
  }

  /** All benchmarks as they are annotated, with what they allocate, on one core. */
  static ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .include("^warren\\.bench\\.")
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        // One thread collects garbage, that of the program: its time is in the result.
        .jvmArgsAppend("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g");
  }

  private static String heaps() throws IOException, InterruptedException {
    StringBuilder table =
        new StringBuilder("| script of | MB | smallest heap, MiB |\n| --- | ---: | ---: |\n");
    for (Shape shape : Shape.values()) {
      for (int kilobytes : new int[] {100, 1000, 10000}) {
        table.append(
            Tables.row(
                shape.name().toLowerCase(Locale.ROOT),
                String.valueOf(kilobytes / 1000.0),
                String.valueOf(SmallestHeap.of(shape, kilobytes))));
      }
    }
    return table.toString();
  }
}
