package warren.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.bench.SizeBenchmark.Shape;

/** Ten times the script takes about ten times the memory, not a hundred times. */
class LinearMemoryTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource
  void whatIsAllocatedGrowsAsTheScriptDoes(Shape shape) {
    allocated(shape, 100); // loads the classes
    assertThat(allocated(shape, 1000)).isLessThan(20 * allocated(shape, 100));
  }

  /** Bytes allocated while a script of so many kilobytes is read. */
  private static long allocated(Shape shape, int kilobytes) {
    byte[] script = shape.script(kilobytes);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(SizeBenchmark.read(script).accepted()).isTrue();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
