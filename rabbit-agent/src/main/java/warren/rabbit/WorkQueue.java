package warren.rabbit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task for each key: never twice at once for the same key, and again after a growing pause
 * until the task says that it is done. Keys do not wait for each other.
 */
final class WorkQueue implements AutoCloseable {
  /** What is run. */
  interface Task {
    /** Works on a key; false when that has to be tried again. */
    boolean run(String key);
  }

  private static final class Work {
    private Future<?> start;
    private boolean isRunning;
    private boolean isAskedAgain;
    private int failures;
  }

  private final Task task;
  private final Pauses pauses;
  private final Map<String, Work> works = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("work-queue").factory());

  WorkQueue(Task task, Pauses pauses) {
    this.task = requireNonNull(task, "task");
    this.pauses = requireNonNull(pauses, "pauses");
  }

  /** Has the task run for this key now, or once more if it is running. Ends a pause. */
  synchronized void add(String key) {
    Work work = works.computeIfAbsent(key, added -> new Work());
    work.failures = 0;
    if (work.isRunning) {
      work.isAskedAgain = true;
    } else {
      schedule(key, work, 0);
    }
  }

  /** How many keys are not done. */
  synchronized int size() {
    return works.size();
  }

  private void schedule(String key, Work work, long millis) {
    if (work.start != null) {
      work.start.cancel(false);
    }
    work.start =
        timer.schedule(
            () -> Thread.ofVirtual().name("work-" + key).start(() -> run(key, work)),
            millis,
            TimeUnit.MILLISECONDS);
  }

  private void run(String key, Work work) {
    synchronized (this) {
      if (work.isRunning) { // started twice, as a start could not be cancelled any more
        work.isAskedAgain = true;
        return;
      }
      work.isRunning = true;
      work.isAskedAgain = false;
    }
    boolean done = false;
    try {
      done = task.run(key);
    } finally {
      ended(key, work, done);
    }
  }

  private synchronized void ended(String key, Work work, boolean done) {
    work.isRunning = false;
    if (timer.isShutdown()) {
      return;
    }
    if (work.isAskedAgain) {
      schedule(key, work, 0);
    } else if (done) {
      works.remove(key, work);
    } else {
      work.failures++;
      schedule(key, work, pauses.after(work.failures).toMillis());
    }
  }

  /** Starts nothing any more; what is running goes on. */
  @Override
  public synchronized void close() {
    timer.shutdownNow();
  }
}
