package warren.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import warren.bench.SizeBenchmark.Shape;

/**
 * The smallest Java heap in which a script can be read, found by trying: what is needed at once,
 * and not what is allocated over time. The script's own bytes are in it.
 */
final class SmallestHeap {
  /** In MiB; each is about half as much again as the one before. */
  static final List<Integer> HEAPS =
      List.of(4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768);

  private SmallestHeap() {}

  /** In MiB, one of {@link #HEAPS}, or the last of them where even that is too small. */
  static int of(Shape shape, int kilobytes) throws IOException, InterruptedException {
    int low = 0;
    int high = HEAPS.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (isEnough(HEAPS.get(middle), shape, kilobytes)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return HEAPS.get(low);
  }

  private static boolean isEnough(int mebibytes, Shape shape, int kilobytes)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + mebibytes + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallestHeap.class.getName(),
                shape.name(),
                String.valueOf(kilobytes))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return child.waitFor() == 0;
  }

  /** Reads one script; fails when the heap is too small. */
  public static void main(String[] arguments) {
    Shape shape = Shape.valueOf(arguments[0]);
    if (!SizeBenchmark.read(shape.script(Integer.parseInt(arguments[1]))).accepted()) {
      throw new IllegalStateException("the script to measure is wrong");
    }
  }
}
