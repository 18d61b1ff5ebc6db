package warren.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/**
 * Bounds what an input may cost: in processor time of this thread, as the clock on the wall says
 * nothing on a machine that does other things too. jazzer's own time-out stops what never ends.
 */
final class Effort {
  /** Ten thousand times what a usual input takes. */
  private static final long MOST_NANOSECONDS = 5_000_000_000L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Effort() {}

  /** Runs this attack; the input is told of when it fails or costs too much. */
  static void bounded(Runnable attack, Supplier<?> input) {
    long begin = THREADS.getCurrentThreadCpuTime();
    try {
      attack.run();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("with the input\n" + input.get(), e);
    }
    long used = THREADS.getCurrentThreadCpuTime() - begin;
    if (used > MOST_NANOSECONDS) {
      throw new AssertionError(
          used / 1_000_000 + " ms of processor time for the input\n" + input.get());
    }
  }
}
