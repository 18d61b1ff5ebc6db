package warren.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.client.JobDriver;
import warren.client.JobRequest;
import warren.dw.WorkflowState;
import warren.plan.UserIdentity;

/** Against a small server that takes every question and answers none. */
class CancellationTest {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private KubernetesClient client;
  private JobRequest request;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::keepWaiting);
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(Config.empty())
                    .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .build())
            .build();
    request =
        new JobRequest("default", "w", "warren-run", "w", new UserIdentity(1050, 1051), List.of());
  }

  @AfterEach
  void stop() {
    over.countDown();
    client.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void keepWaiting(HttpExchange exchange) {
    asked.countDown();
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private void isCancelled(Cancellation.Work<?> work) {
    Cancellation cancellation = Cancellation.ofThisProcess();
    threads.execute(
        () -> {
          try {
            asked.await();
            cancellation.cancelAndWait();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });

    assertThatThrownBy(() -> cancellation.interruptibly(work))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).as("cleaning up goes on").isFalse();
    cancellation.close();
  }

  @Test
  void aSignalWhileTheWorkflowIsMadeIsACancellation() {
    isCancelled(() -> JobDriver.create(client, request, InstantSource.system()));
  }

  private static Workflow stored() {
    Workflow workflow = new Workflow();
    workflow.setMetadata(
        new ObjectMetaBuilder().withNamespace("default").withName("w").withUid("u").build());
    workflow.setSpec(
        new WorkflowSpec("Proposal", "w", new IntOrString("w"), 1050L, 1051L, null, null, null));
    return workflow;
  }

  @Test
  void aSignalWhileAStateIsAskedForIsACancellation() {
    isCancelled(
        () -> {
          JobDriver.of(client, stored(), InstantSource.system()).advance(WorkflowState.SETUP);
          return true;
        });
  }

  @Test
  void afterASignalNothingIsBegun() {
    Cancellation later = Cancellation.ofThisProcess();
    threads.execute(later::cancelAndWait);
    await().until(later::requested);

    assertThatThrownBy(() -> later.interruptibly(() -> true))
        .isInstanceOf(InterruptedException.class);
    later.close();
  }

  @Test
  void aFailureWithoutASignalStaysOne() {
    try (Cancellation cancellation = Cancellation.ofThisProcess()) {
      assertThatThrownBy(
              () ->
                  cancellation.interruptibly(
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
    }
  }
}
