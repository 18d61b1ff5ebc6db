package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;

/**
 * Containers that start side by side.
 *
 * @param starts one for each member
 */
record Starting(DockerClient docker, ClusterName name, Map<Member, Start> starts) {
  private static final long POLL_MILLIS = 100;

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
    while (!starts.values().stream().allMatch(start -> start.done().isDone())) {
      failure().ifPresent(this::giveUp);
      pause();
    }
    failure().ifPresent(this::giveUp);
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

  private void giveUp(ClusterException failure) {
    while (!starts.values().stream().allMatch(Start::hasItsContainer)) {
      pause();
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

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(
          "Interrupted while the cluster started: remove what is there (cluster down).", e);
    }
  }
}
