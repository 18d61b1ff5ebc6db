package warren.operator.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SweepRunnerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger interruptions = new AtomicInteger();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void neverTwoRunsAtOnce() {
    try (SweepRunner runner = runner("twice", HOUR, this::hang)) {
      runner.start();
      await().atMost(PATIENCE).until(() -> runs.get() == 1);

      runner.start();
      runner.start();
      assertThat(threads("twice")).isEqualTo(1);

      mayEnd.countDown();
      await().atMost(PATIENCE).until(() -> threads("twice") == 0);
      assertThat(runs).hasValue(1);
      runner.start();
      await().atMost(PATIENCE).until(() -> runs.get() == 2);
    }
  }

  @Test
  void aRunThatTakesTooLongIsInterruptedAndTheNextOneRuns() {
    try (SweepRunner runner = runner("long", SHORT, this::hang)) {
      runner.start();
      await().atMost(PATIENCE).until(() -> interruptions.get() == 1);
      await().atMost(PATIENCE).until(() -> threads("long") == 0);

      runner.start();
      await().atMost(PATIENCE).until(() -> runs.get() == 2);
    }
  }

  @Test
  void aRunThatIgnoresItsInterruptionKeepsOneThread() {
    Runnable stubborn =
        () -> {
          runs.incrementAndGet();
          Uninterruptibly.await(mayEnd);
          interruptions.addAndGet(Thread.interrupted() ? 1 : 0);
        };
    try (SweepRunner runner = runner("stubborn", SHORT, stubborn)) {
      runner.start();
      await().atMost(PATIENCE).until(() -> runs.get() == 1);
      await()
          .during(SHORT.multipliedBy(4))
          .atMost(PATIENCE)
          .until(
              () -> {
                runner.start();
                return threads("stubborn") == 1;
              });
      mayEnd.countDown();
      await().atMost(PATIENCE).until(() -> threads("stubborn") == 0);
    }
    assertThat(runs).hasValue(1);
    assertThat(interruptions).hasValue(1);
  }

  @Test
  void aRequestThatHangsEndsWithTheLimit() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> Uninterruptibly.await(mayEnd));
    server.start();
    try (KubernetesClient client = client(server);
        SweepRunner runner =
            runner(
                "request",
                Duration.ofMillis(500),
                () -> {
                  try {
                    client.persistentVolumes().list();
                  } catch (KubernetesClientException e) {
                    interruptions.incrementAndGet();
                    throw e;
                  }
                })) {
      runner.start();
      await().atMost(PATIENCE).until(() -> interruptions.get() == 1);
      await().atMost(PATIENCE).until(() -> threads("request") == 0);
    } finally {
      mayEnd.countDown();
      server.stop(0);
    }
  }

  @Test
  void closingInterruptsAndStartsNoMore() {
    SweepRunner runner = runner("closed", HOUR, this::hang);
    runner.start();
    await().atMost(PATIENCE).until(() -> runs.get() == 1);

    runner.close();
    assertThat(interruptions).hasValue(1);
    assertThat(threads("closed")).isZero();
    runner.start();
    await().atMost(PATIENCE).until(() -> threads("closed") == 0);
    assertThat(runs).hasValue(1);
  }

  @Test
  void durationsArePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sweep("none", HOUR, Duration.ZERO, () -> {}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sweep("none", Duration.ZERO, HOUR, () -> {}));
  }

  private void hang() {
    runs.incrementAndGet();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      interruptions.incrementAndGet();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static SweepRunner runner(String name, Duration limit, Runnable task) {
    return new SweepRunner(new Sweep(name, HOUR, limit, task));
  }

  private static KubernetesClient client(HttpServer server) {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder()
                .withAutoConfigure(false)
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .withRequestTimeout((int) HOUR.toMillis())
                .build())
        .build();
  }

  private static long threads(String sweep) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("sweep " + sweep))
        .count();
  }
}
