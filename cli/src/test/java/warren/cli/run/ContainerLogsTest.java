package warren.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warren.cli.job.JobUser;
import warren.cli.show.LogOrigin;
import warren.client.Observation;
import warren.client.logs.LogConnection;
import warren.names.Labels;
import warren.plan.UserIdentity;

/** Against a small server that speaks only the logs of pods. */
class ContainerLogsTest {
  private static final long LIMIT = 1 << 20;

  private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstLineIsOut = new CountDownLatch(1);
  private final CountDownLatch containerEnds = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/v1/namespaces/default/pods/good/log", this::log);
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                    .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private ContainerLogs containerLogs(
      Optional<LogFolder> folder, Map<String, String> directives, long limit) {
    return new ContainerLogs(
        new LogConnection(() -> client),
        folder,
        new LogOrigin(directives),
        limit,
        InstantSource.system(),
        troubles::add);
  }

  private void log(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      out.write("2026-11-30T13:00:00.1Z first\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      firstLineIsOut.countDown();
      containerEnds.await();
      out.write("2026-11-30T13:00:00.2Z last\n".getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Observation pod(String name, boolean ended) {
    PodBuilder pod =
        new PodBuilder()
            .withNewMetadata()
            .withNamespace("default")
            .withName(name)
            .withUid("u-" + name)
            .endMetadata()
            .withNewSpec()
            .withNodeName("rabbit-0")
            .endSpec();
    Pod built =
        ended
            ? pod.withNewStatus()
                .addNewContainerStatus()
                .withName("main")
                .withRestartCount(0)
                .withNewState()
                .withNewTerminated()
                .withExitCode(0)
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build()
            : pod.withNewStatus()
                .addNewContainerStatus()
                .withName("main")
                .withRestartCount(0)
                .withNewState()
                .withNewRunning()
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    return new Observation(Optional.empty(), List.of(built));
  }

  @Test
  void aLogIsFollowedFromTheStartOfItsContainerToItsEnd() throws Exception {
    try (ContainerLogs logs = containerLogs(Optional.empty(), Map.of(), LIMIT)) {
      logs.seen(pod("good", false));
      firstLineIsOut.await();
      logs.seen(pod("good", false));
      containerEnds.countDown();

      assertThat(logs.finish(pod("good", true)))
          .singleElement()
          .satisfies(
              log ->
                  assertThat(log.lines(false))
                      .containsExactly("[rabbit-0/main] first", "[rabbit-0/main] last"));
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void withSeveralDirectivesALineNamesItsDirective() throws Exception {
    containerEnds.countDown();
    Pod pod =
        pod("good", true)
            .pods()
            .getFirst()
            .edit()
            .editMetadata()
            .addToLabels(Labels.DIRECTIVE_INDEX, "2")
            .endMetadata()
            .build();
    try (ContainerLogs logs =
        containerLogs(Optional.empty(), Map.of("1", "slushy", "2", "indexer"), LIMIT)) {
      assertThat(logs.finish(new Observation(Optional.empty(), List.of(pod))))
          .singleElement()
          .satisfies(
              log ->
                  assertThat(log.lines(false))
                      .containsExactly(
                          "[rabbit-0/indexer/main] first", "[rabbit-0/indexer/main] last"));
    }
  }

  @Test
  void aLogThatCannotBeReadIsSaid() throws Exception {
    try (ContainerLogs logs = containerLogs(Optional.empty(), Map.of(), LIMIT)) {
      logs.finish(pod("bad", true));
    }
    assertThat(troubles)
        .singleElement()
        .isEqualTo(
            "the log of rabbit-0/main is incomplete after 0 bytes: the cluster has no such log"
                + " (status 404)");
  }

  private static LogFolder logs(Path folder) {
    UserIdentity ann = new UserIdentity(1050, 1051);
    return LogFolder.make(folder, new JobUser(ann, false, Optional.empty()));
  }

  @Test
  void whatIsSeenAfterTheEndIsNoTrouble() throws Exception {
    try (ContainerLogs logs = containerLogs(Optional.empty(), Map.of(), LIMIT)) {
      logs.finish(new Observation(Optional.empty(), List.of()));
      logs.seen(pod("good", false));
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void keptLogsAreNamedByPodAndContainer(@TempDir Path folder) throws Exception {
    containerEnds.countDown();
    try (ContainerLogs logs = containerLogs(Optional.of(logs(folder)), Map.of(), LIMIT)) {
      logs.finish(pod("good", true));
    }

    assertThat(folder.resolve("good-main.log")).hasContent("first\nlast\n");
  }

  @Test
  void aLogBeyondTheLimitIsCutAndTheBytesThatAreNotKeptAreCounted(@TempDir Path folder)
      throws Exception {
    containerEnds.countDown();
    try (ContainerLogs logs = containerLogs(Optional.of(logs(folder)), Map.of(), 8)) {
      logs.finish(pod("good", true));
    }

    assertThat(folder.resolve("good-main.log")).hasContent("first\nla");
    assertThat(troubles)
        .containsExactly(
            "the log of rabbit-0/main is longer than 8 bytes, the limit of the site; its last 3"
                + " bytes are not kept");
  }

  @Test
  void theLogOfTheLauncherComesFirst() throws Exception {
    containerEnds.countDown();
    Pod worker = labelled(pod("good", true), "worker", "u-worker");
    Pod launcher = labelled(pod("good", true), "launcher", "u-launcher");
    try (ContainerLogs logs = containerLogs(Optional.empty(), Map.of(), LIMIT)) {
      assertThat(logs.finish(new Observation(Optional.empty(), List.of(worker, launcher))))
          .hasSize(2)
          .first()
          .satisfies(
              log -> assertThat(log.lines(false)).first().asString().startsWith("[launcher/"));
    }
  }

  private static Pod labelled(Observation seen, String role, String uid) {
    return seen.pods()
        .getFirst()
        .edit()
        .editMetadata()
        .withUid(uid)
        .addToLabels(Labels.MPI_ROLE, role)
        .endMetadata()
        .editSpec()
        .withNodeName(role)
        .endSpec()
        .build();
  }
}
