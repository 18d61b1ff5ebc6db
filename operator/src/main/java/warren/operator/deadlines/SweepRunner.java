package warren.operator.deadlines;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one sweep, each run in a thread of its own. A sweep has at most one thread: while a run has
 * not ended, no other run starts, even if the run ignores its interruption.
 */
final class SweepRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);

  /** The operator's pod has 20 s to stop, and gives up its lease after the sweeps have ended. */
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

  private final Sweep sweep;
  private final AtomicReference<Thread> running = new AtomicReference<>();
  private volatile boolean closed;

  SweepRunner(Sweep sweep) {
    this.sweep = requireNonNull(sweep, "sweep");
  }

  Sweep sweep() {
    return sweep;
  }

  /** Starts a run and returns at once; starts none while the previous run has not ended. */
  void start() {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform().daemon().name("sweep " + sweep.name()).unstarted(() -> run(end));
    if (!running.compareAndSet(null, thread)) {
      LOG.warn("{}: the previous run has not ended, so this run is left out", sweep.name());
      return;
    }
    end.orTimeout(sweep.limit().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(late -> interrupt(thread));
    thread.start();
  }

  private Void interrupt(Thread thread) {
    LOG.warn(
        "{}: did not end within {}, is interrupted, and runs again at its next time",
        sweep.name(),
        sweep.limit());
    // The thread serves this run only, so that the interruption can hit no other run.
    thread.interrupt();
    return null;
  }

  private void run(CompletableFuture<Void> end) {
    try {
      if (!closed) {
        sweep.task().run();
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: failed, and runs again at its next time: {}", sweep.name(), e.toString());
    } finally {
      running.set(null);
      end.complete(null);
    }
  }

  /** Interrupts the current run, and waits for its end for at most five seconds. */
  @Override
  public void close() {
    closed = true;
    Thread thread = running.get();
    if (thread == null) {
      return;
    }
    thread.interrupt();
    try {
      if (!thread.join(LONGEST_CLOSE)) {
        LOG.warn("{}: has not ended {} after its interruption", sweep.name(), LONGEST_CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
