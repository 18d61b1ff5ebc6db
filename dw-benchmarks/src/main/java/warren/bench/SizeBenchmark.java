package warren.bench;

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
import warren.dw.Dialect;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;

/** What large scripts cost: ten times the size should cost ten times as much, not a hundred. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class SizeBenchmark {
  /** What fills the script. */
  public enum Shape {
    /** A hundred directives, and a long body. */
    BODY,
    /** Directives, and nothing else. */
    DIRECTIVES;

    byte[] script(int kilobytes) {
      return switch (this) {
        case BODY -> Texts.longBody(kilobytes * 1000);
        case DIRECTIVES -> Texts.allDirectives(kilobytes * 1000);
      };
    }
  }

  @Param public Shape shape;

  /** The script's size in units of 1000 bytes. */
  @Param({"100", "1000", "10000"})
  public int kilobytes;

  private byte[] script = {};

  @Setup
  public void prepare() {
    script = shape.script(kilobytes);
  }

  @Benchmark
  public Reading read() {
    return read(script);
  }

  static Reading read(byte[] script) {
    return new DirectiveReader(RuleBook.standard())
        .read(JobScript.read("job.sh", script, Dialect.SLURM));
  }
}
