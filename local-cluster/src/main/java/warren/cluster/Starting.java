package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Containers that start side by side.
 *
 * @param starts ends when the member has started or failed
 * @param logs what each member wrote
 */
record Starting(
    DockerClient docker,
    ClusterName name,
    Map<Member, CompletableFuture<Void>> starts,
    Map<Member, LastLines> logs) {
  private static final long POLL_MILLIS = 50;

  /**
   * Returns when all have started. As soon as one fails, the others are given up.
   *
   * @throws ClusterException which says what the failed one wrote last; nothing goes on in the
   *     background then
   */
  void await() {
    while (!allDone()) {
      throwIfFailed();
      pause();
    }
    throwIfFailed();
  }

  private void throwIfFailed() {
    for (Map.Entry<Member, CompletableFuture<Void>> start : starts.entrySet()) {
      if (start.getValue().isCompletedExceptionally()) {
        giveUp();
        throw failure(start.getKey(), start.getValue().exceptionNow());
      }
    }
  }

  /** A start ends when its container is gone; one that begins late makes a new container. */
  private void giveUp() {
    while (!allDone()) {
      ClusterRemoval.removeContainers(docker, ClusterObserver.containers(docker, name));
      pause();
    }
  }

  private boolean allDone() {
    return starts.values().stream().allMatch(CompletableFuture::isDone);
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

  private ClusterException failure(Member member, Throwable failure) {
    String log = logs.get(member).text();
    return new ClusterException(
        "Container "
            + name.container(member)
            + " did not start: "
            + rootMessage(failure)
            + (log.isEmpty() ? "" : "\nIts last lines:\n" + log),
        failure);
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
