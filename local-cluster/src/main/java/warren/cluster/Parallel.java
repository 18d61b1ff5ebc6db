package warren.cluster;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs things that mostly wait, each in a thread of its own. */
final class Parallel {
  private Parallel() {}

  /** Returns when all have ended; throws what the first of them threw that failed. */
  static void run(List<Runnable> works) {
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
      List<CompletableFuture<Void>> running =
          works.stream().map(work -> CompletableFuture.runAsync(work, threads)).toList();
      running.forEach(Parallel::join);
    }
  }

  private static void join(CompletableFuture<Void> running) {
    try {
      running.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw e;
    }
  }
}
