package warren.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import warren.dw.Dialect;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;

/** What a script costs from its bytes, and what the same directives cost from a Workflow's list. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class ReadBenchmark {
  /** The scripts: those of {@code examples/}, or one of so many directives. */
  @Param({EXAMPLES, "1", "10", "100"})
  public String set;

  static final String EXAMPLES = "examples";

  private final DirectiveReader reader =
      new DirectiveReader(RuleBook.standard().withContainersPerJob(RuleBook.MOST_CONTAINERS));
  private List<byte[]> scripts = List.of();
  private List<List<String>> workflows = List.of();

  /** The scripts of a set of that name. */
  static List<byte[]> scripts(String set) {
    return set.equals(EXAMPLES) ? Texts.examples() : List.of(Texts.script(Integer.parseInt(set)));
  }

  /** How many directives stand in all scripts of a set of that name. */
  static int directives(String set) {
    return scripts(set).stream().mapToInt(script -> found(script).directives().size()).sum();
  }

  @Setup
  public void prepare() {
    scripts = scripts(set);
    workflows = scripts.stream().map(script -> found(script).texts()).toList();
    scripts.forEach(script -> requireAccepted(reader.read(found(script))));
  }

  private static JobScript found(byte[] script) {
    return JobScript.read("job.sh", script, Dialect.SLURM);
  }

  private static void requireAccepted(Reading reading) {
    if (!reading.accepted() || reading.directives().isEmpty()) {
      throw new IllegalStateException("the script to measure is wrong: " + reading.findings());
    }
  }

  /** From the bytes of the job script, as at submit time. */
  @Benchmark
  public void script(Blackhole result) {
    for (byte[] script : scripts) {
      result.consume(reader.read(found(script)));
    }
  }

  /** From the list of texts in a Workflow, as in admission and the operator. */
  @Benchmark
  public void workflow(Blackhole result) {
    for (List<String> directives : workflows) {
      result.consume(reader.read(JobScript.ofDirectives(directives)));
    }
  }
}
