package warren.cli.run;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.cli.show.FileTrouble;
import warren.cli.show.SafeText;
import warren.client.Observation;
import warren.names.Labels;

/**
 * Follows the log of every container from its start into a file, so that nothing is lost when its
 * pod is removed.
 */
final class ContainerLogs implements AutoCloseable {
  /** For the last bytes of containers that have ended. */
  private static final Duration LAST_BYTES = Duration.ofSeconds(5);

  /** One life of a container: a restart is another. */
  private record Life(Pod pod, ContainerStatus status) {
    String key() {
      return pod.getMetadata().getUid() + "/" + status.getName() + "/" + status.getRestartCount();
    }

    boolean hasStarted() {
      return status.getState() != null && (status.getState().getRunning() != null || hasEnded());
    }

    boolean hasEnded() {
      return status.getState() != null && status.getState().getTerminated() != null;
    }

    /** Where it runs, and which it is. */
    String origin(Map<String, String> directives) {
      String directive =
          directives.get(
              Optional.ofNullable(pod.getMetadata().getLabels())
                  .orElse(Map.of())
                  .getOrDefault(Labels.DIRECTIVE_INDEX, ""));
      return Optional.ofNullable(pod.getSpec().getNodeName())
              .orElseGet(() -> pod.getMetadata().getName())
          + "/"
          + (directive == null ? "" : directive + "/")
          + status.getName();
    }

    String fileName() {
      return pod.getMetadata().getName() + "-" + status.getName() + ".log";
    }
  }

  private record Followed(String origin, LogStream stream) {}

  private final KubernetesClient client;
  private final Optional<LogFolder> folder;
  private final Map<String, String> directives;
  private final Consumer<String> onTrouble;
  private final ExecutorService opener =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("logs").factory());
  private final Map<String, Followed> followed = new LinkedHashMap<>();
  private final Map<String, LogFile> files = new LinkedHashMap<>();
  private boolean closed;

  /**
   * Follows nothing yet.
   *
   * @param folder where the user keeps them; closed with this
   * @param directives the names of the job's container directives by their index; none where there
   *     is only one, whose name would tell nothing
   * @param onTrouble hears, in a sentence, of each log that could not be kept
   */
  ContainerLogs(
      KubernetesClient client,
      Optional<LogFolder> folder,
      Map<String, String> directives,
      Consumer<String> onTrouble) {
    this.client = client;
    this.folder = folder;
    this.directives = Map.copyOf(directives);
    this.onTrouble = onTrouble;
  }

  /** Follows the containers that have started since the last call; returns at once. */
  synchronized void seen(Observation observation) {
    if (opener.isShutdown()) { // under the same lock as the shutdown
      return; // what starts after the end of the job is none of the job's
    }
    opener.execute(() -> lives(observation).filter(Life::hasStarted).forEach(this::follow));
  }

  /**
   * Waits for the ends of the logs of containers that have ended; the others' end here.
   *
   * @return all logs, in the order of the containers' start; closed with this
   * @throws InterruptedException when the waiting thread is interrupted
   */
  List<LogFile> finish(Observation last) throws InterruptedException {
    beLast(last);
    if (!opener.awaitTermination(LAST_BYTES.toMillis(), TimeUnit.MILLISECONDS)) {
      onTrouble.accept("the cluster does not answer: some containers' logs are missing");
      return List.of();
    }
    Set<String> ended =
        lives(last).filter(Life::hasEnded).map(Life::key).collect(Collectors.toSet());
    for (Map.Entry<String, Followed> entry : followed.entrySet()) {
      if (ended.contains(entry.getKey())) {
        awaitEnd(entry.getValue());
      }
    }
    followed.values().forEach(log -> log.stream().close());
    return List.copyOf(files.values());
  }

  private synchronized void beLast(Observation last) {
    seen(last);
    opener.shutdown();
  }

  private void awaitEnd(Followed log) throws InterruptedException {
    try {
      log.stream().end().get(LAST_BYTES.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      onTrouble.accept("the end of the log of " + log.origin() + " is missing");
    } catch (ExecutionException broken) {
      onTrouble.accept("the log of " + log.origin() + " is incomplete: " + told(broken.getCause()));
    }
  }

  private static String told(Throwable trouble) {
    return SafeText.oneLine(
        Optional.ofNullable(trouble.getMessage()).orElse(trouble.getClass().getSimpleName()));
  }

  @Override
  public synchronized void close() {
    closed = true;
    opener.shutdownNow();
    followed.values().forEach(log -> log.stream().close());
    files.values().forEach(this::close);
    folder.ifPresent(this::close);
  }

  private void close(Closeable file) {
    try {
      file.close();
    } catch (IOException full) {
      onTrouble.accept("a container's log is incomplete: " + FileTrouble.reason(full));
    }
  }

  private synchronized void follow(Life life) {
    if (closed || followed.containsKey(life.key())) {
      return;
    }
    try {
      LogFile file = files.get(life.fileName()); // a container's next life adds to its file
      if (file == null) {
        file = open(life);
        files.put(life.fileName(), file);
      }
      LogStream stream =
          LogStream.follow(
              client,
              life.pod().getMetadata().getNamespace(),
              life.pod().getMetadata().getName(),
              life.status().getName(),
              file.out());
      followed.put(life.key(), new Followed(life.origin(directives), stream));
    } catch (IOException failed) {
      onTrouble.accept(
          "the log of " + life.origin(directives) + " is missing: " + FileTrouble.reason(failed));
    }
  }

  private LogFile open(Life life) throws IOException {
    return folder.isPresent()
        ? LogFile.kept(life.origin(directives), folder.get().create(life.fileName()))
        : LogFile.passing(life.origin(directives));
  }

  private static Stream<Life> lives(Observation observation) {
    return observation.pods().stream()
        .filter(pod -> pod.getStatus() != null)
        .flatMap(
            pod ->
                Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                    .map(status -> new Life(pod, status)));
  }
}
