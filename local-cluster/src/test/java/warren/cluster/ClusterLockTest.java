package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  void can_be_taken_by_its_owner_alone_and_costs_next_to_nothing() throws IOException {
    Path file = Files.writeString(folder.resolve("x.lock"), "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    ClusterLock.acquire(file, () -> {}).close();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.size(file)).isBetween(1L, 1L << 20);
    Path fresh = folder.resolve("y.lock");
    ClusterLock.acquire(fresh, () -> {}).close();
    assertThat(Files.getPosixFilePermissions(fresh))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void waits_for_another_process_that_forgets_it() throws Exception {
    Path file = folder.resolve("x.lock");
    ClusterLock.acquire(file, () -> {}).close();
    Process holder = otherProcess(file, "hold");
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("true");
      CountDownLatch waiting = new CountDownLatch(1);
      CompletableFuture<ClusterLock> here =
          CompletableFuture.supplyAsync(() -> ClusterLock.acquire(file, waiting::countDown));
      assertThat(waiting.await(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(here).isNotDone();
      holder.getOutputStream().close();
      ClusterLock lock = here.get(SECONDS, TimeUnit.SECONDS);
      assertThat(otherProcessGets(file)).isFalse();
      lock.closeAndForget();
    } finally {
      holder.destroyForcibly();
    }
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

  private static boolean otherProcessGets(Path file) throws IOException, InterruptedException {
    Process process = otherProcess(file, "try");
    String answer = process.inputReader().readLine();
    assertThat(process.waitFor()).isZero();
    return Boolean.parseBoolean(answer);
  }

  /** Runs {@link OtherProcess} with this test's class path. */
  private static Process otherProcess(Path file, String what) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                file.toString(),
                what))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Says whether it gets the lock; with "hold", it forgets it when its standard input ends. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[0]);
      if (!Files.exists(file)) {
        throw new IllegalArgumentException("no file " + file);
      }
      Optional<ClusterLock> lock = ClusterLock.tryAcquire(file);
      System.out.println(lock.isPresent());
      if (arguments[1].equals("hold")) {
        System.in.readAllBytes();
        lock.orElseThrow().closeAndForget();
      }
    }
  }
}
