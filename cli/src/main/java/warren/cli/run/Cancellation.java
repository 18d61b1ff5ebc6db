package warren.cli.run;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Ctrl-C, SIGTERM and SIGHUP: they interrupt the work, and the process ends only when what has to
 * be cleaned up is. Works by a shutdown hook, so that the exit status is the signal's.
 */
final class Cancellation implements AutoCloseable {
  /** Work that can be interrupted. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T carryOut() throws InterruptedException;
  }

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::cancelAndWait, "cancellation");
  private Thread worker;
  private boolean requested;

  private Cancellation() {}

  /** Listens from now on. */
  static Cancellation ofThisProcess() {
    Cancellation cancellation = new Cancellation();
    Runtime.getRuntime().addShutdownHook(cancellation.hook);
    return cancellation;
  }

  /**
   * Does work that may be interrupted; only within it are signals heard, and one heard before is
   * heard at its start.
   *
   * @throws InterruptedException when a signal came
   */
  <T> T interruptibly(Work<T> work) throws InterruptedException {
    begin();
    try {
      return work.carryOut();
    } catch (RuntimeException failed) {
      // Whoever is interrupted while it talks to somebody says that the talk has failed.
      if (requested() || isInterruption(failed)) {
        InterruptedException cancelled = new InterruptedException("cancelled");
        cancelled.initCause(failed);
        throw cancelled;
      }
      throw failed;
    } finally {
      end();
    }
  }

  private static boolean isInterruption(Throwable failed) {
    return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof InterruptedException
                    || cause instanceof ClosedByInterruptException
                    // Its subclass is a time-out, which is no interruption.
                    || cause.getClass() == InterruptedIOException.class);
  }

  private synchronized void begin() throws InterruptedException {
    if (requested) {
      throw new InterruptedException("cancelled");
    }
    worker = Thread.currentThread();
  }

  private synchronized void end() {
    worker = null;
    Thread.interrupted(); // what comes now is cleaning up, and must not be cut short
  }

  /** Whether a signal has come. */
  synchronized boolean requested() {
    return requested;
  }

  /** What a signal does; returns when everything is cleaned up. */
  void cancelAndWait() {
    synchronized (this) {
      requested = true;
      if (worker != null) {
        worker.interrupt();
      }
    }
    try {
      finished.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt(); // nobody does, and then the process may end at once
    }
  }

  /** Everything is cleaned up: a signal that came may now end the process. */
  @Override
  public void close() {
    if (!requested()) {
      removeHook();
    }
    finished.countDown();
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      finished.countDown(); // the hook runs, and has nothing to wait for
    }
  }
}
