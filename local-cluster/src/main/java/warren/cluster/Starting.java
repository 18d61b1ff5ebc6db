package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;

/**
 * Containers that start side by side.
 *
 * @param starts one for each member
 */
record Starting(DockerClient docker, ClusterName name, Map<Member, Start> starts) {

  /** A sign that something has changed: once for each start that ended and each event of Docker. */
  private static final class Changes extends ResultCallback.Adapter<Event> {
    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore count = new Semaphore(0);

    @Override
    public void onNext(Event event) {
      count.release();
    }

    void await() {
      try {
        count.acquire();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  /**
   * A container on its way.
   *
   * @param done ends when the container has started or failed
   * @param log what it wrote
   */
  record Start(GenericContainer<?> container, CompletableFuture<Void> done, LastLines log) {

    /** True when this start makes no container any more. */
    boolean hasItsContainer() {
      return done.isDone() || container.getContainerId() != null;
    }
  }

  /**
   * Returns when all have started. As soon as one fails, the others are given up.
   *
   * @throws ClusterException which says what the failed one wrote last; no container is made after
   *     that
   */
  void await() {
    try (Changes changes = new Changes()) {
      for (Start start : starts.values()) {
        // What has become of it is asked by failure().
        CompletableFuture<?> unused =
            start.done().whenComplete((done, e) -> changes.count.release());
      }
      docker
          .eventsCmd()
          .withLabelFilter(Labels.of(name))
          .withEventFilter("start", "die")
          .exec(changes)
          .awaitStarted(Changes.PATIENCE_SECONDS, TimeUnit.SECONDS);
      while (!starts.values().stream().allMatch(start -> start.done().isDone())) {
        failure().ifPresent(failure -> giveUp(failure, changes));
        changes.await();
      }
      failure().ifPresent(failure -> giveUp(failure, changes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * What Testcontainers reports, or what it would find out minutes later only: that a container has
   * ended.
   */
  private Optional<ClusterException> failure() {
    return starts.entrySet().stream()
        .filter(start -> start.getValue().done().isCompletedExceptionally())
        .map(start -> failure(start.getKey(), rootMessage(start.getValue().done().exceptionNow())))
        .findFirst()
        .or(this::ended);
  }

  private Optional<ClusterException> ended() {
    return ClusterObserver.members(docker, name).entrySet().stream()
        .filter(member -> member.getValue().ended())
        .map(member -> failure(member.getKey(), member.getValue().state()))
        .findFirst();
  }

  /** Docker tells of a container's start only after Testcontainers knows its id. */
  private void giveUp(ClusterException failure, Changes changes) {
    while (!starts.values().stream().allMatch(Start::hasItsContainer)) {
      changes.await();
    }
    throw failure;
  }

  private ClusterException failure(Member member, String reason) {
    String log =
        Optional.ofNullable(starts.get(member)).map(start -> start.log().text()).orElse("");
    return new ClusterException(
        "Container "
            + name.container(member)
            + " did not start: "
            + reason.strip()
            + (log.isEmpty() ? "" : "\nIts last lines:\n" + log));
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static ClusterException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ClusterException(
        "Interrupted while the cluster started: remove what is there (cluster down).", e);
  }
}
