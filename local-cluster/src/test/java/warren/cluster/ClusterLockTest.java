package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLockTest {
  private static final int SECONDS = 20;

  @TempDir private Path folder;

  @Test
  void is_held_by_one_at_a_time() {
    Path file = folder.resolve("x.lock");
    Optional<ClusterLock> first = ClusterLock.tryAcquire(file);
    assertThat(first).isPresent();
    assertThat(ClusterLock.tryAcquire(file)).isEmpty();
    first.orElseThrow().close();
    Optional<ClusterLock> second = ClusterLock.tryAcquire(file);
    assertThat(second).isPresent();
    second.orElseThrow().close();
  }

  @Test
  void is_refused_to_another_process() throws Exception {
    Path file = folder.resolve("x.lock");
    ClusterLock lock = ClusterLock.acquire(file, () -> {});
    try {
      assertThat(ClusterLock.tryAcquire(file)).isEmpty();
      assertThat(otherProcessGets(file)).isFalse();
    } finally {
      lock.close();
    }
    assertThat(otherProcessGets(file)).isTrue();
  }

  @Test
  void waits_for_its_holder_and_says_so_once() throws Exception {
    Path file = folder.resolve("x.lock");
    ClusterLock held = ClusterLock.acquire(file, () -> {});
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<ClusterLock> other =
        CompletableFuture.supplyAsync(() -> ClusterLock.acquire(file, waiting::countDown));
    assertThat(waiting.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(other).isNotDone();
    held.closeAndForget();
    ClusterLock lock = other.get(SECONDS, TimeUnit.SECONDS);
    assertThat(file).exists();
    lock.closeAndForget();
    assertThat(file).doesNotExist();
  }

  /** Runs {@link OtherProcess} with this test's class path. */
  private static boolean otherProcessGets(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProcess.class.getName(),
                    file.toString()))
            .inheritIO()
            .start();
    return process.waitFor() == 0;
  }

  /** Exit status 0 when it gets the lock, 1 when it doesn't. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      if (!Files.exists(file)) {
        throw new IllegalArgumentException("no file " + file);
      }
      System.exit(ClusterLock.tryAcquire(file).isPresent() ? 0 : 1);
    }
  }
}
