package warren.client.logs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import warren.client.Observation;

/**
 * Reads the logs of a workflow's containers while the workflow lives. Each attempt of each
 * container, init containers included, is read from its beginning as soon as it is seen.
 */
public final class WorkflowLogs implements AutoCloseable {
  /** Where the log of an attempt goes. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Opens the place for a log; called once for each attempt, in the order in which they are seen.
     *
     * @throws IOException when the log cannot be kept
     */
    OutputStream open(ContainerAttempt attempt) throws IOException;
  }

  /** An attempt and how the reading of its log has ended. */
  public record Log(ContainerAttempt attempt, LogEnd end) {
    public Log {
      requireNonNull(attempt, "attempt");
      requireNonNull(end, "end");
    }
  }

  private final LogConnection connection;
  private final Predicate<ContainerAttempt> wanted;
  private final Sink sink;
  private final InstantSource clock;
  private final Map<ContainerAttempt.Key, Reading> readings = new LinkedHashMap<>();
  private boolean prepared;
  private boolean finishing;

  /** One attempt's log on its way; without a follower when the log could not even be opened. */
  private record Reading(
      ContainerAttempt attempt, Optional<LogFollower> follower, Future<LogEnd> end) {
    Reading with(ContainerAttempt now) {
      follower.ifPresent(reading -> reading.update(now));
      return new Reading(now, follower, end);
    }
  }

  /**
   * Reads nothing yet.
   *
   * @param wanted whose logs are read
   * @param clock measures silence and waits
   */
  public WorkflowLogs(
      LogConnection connection,
      Predicate<ContainerAttempt> wanted,
      Sink sink,
      InstantSource clock) {
    this.connection = requireNonNull(connection, "connection");
    this.wanted = requireNonNull(wanted, "wanted");
    this.sink = requireNonNull(sink, "sink");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Begins to read the attempts that have begun since the last call; does not wait for a log. */
  public synchronized void seen(Observation observation) {
    if (!prepared && !observation.pods().isEmpty()) {
      prepared = true;
      Thread.ofVirtual().name("log-connection").start(connection::prepare);
    }
    for (ContainerAttempt attempt : ContainerAttempt.of(observation.pods())) {
      Reading reading = readings.get(attempt.key());
      if (reading != null) {
        readings.put(attempt.key(), reading.with(attempt));
      } else if (!finishing && wanted.test(attempt)) {
        // What begins after the end of the job is none of the job's.
        readings.put(attempt.key(), begin(attempt));
      }
    }
  }

  private Reading begin(ContainerAttempt attempt) {
    try {
      LogFollower follower = LogFollower.start(connection, attempt, sink.open(attempt), clock);
      return new Reading(attempt, Optional.of(follower), follower.end());
    } catch (IOException unusable) {
      return new Reading(
          attempt,
          Optional.empty(),
          CompletableFuture.completedFuture(
              new LogEnd.Incomplete(0, "it cannot be kept: " + unusable.getMessage())));
    }
  }

  /**
   * Reads what there is now of one attempt's log.
   *
   * @param out where the log goes
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public static LogEnd read(
      LogConnection connection, ContainerAttempt attempt, OutputStream out, InstantSource clock)
      throws InterruptedException {
    try (LogFollower follower = LogFollower.once(connection, attempt, out, clock)) {
      return end(follower.end());
    }
  }

  /**
   * Waits until the logs of all containers that have ended are read to their ends. The others' logs
   * end here. {@link #seen} is to be called meanwhile too: it says which containers have ended.
   *
   * @return all logs, in the order in which their attempts were seen
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public List<Log> finish(Observation last) throws InterruptedException {
    List<Log> logs = new ArrayList<>();
    for (Reading reading : lastCall(last)) {
      logs.add(new Log(reading.attempt(), end(reading.end())));
    }
    return logs;
  }

  private static LogEnd end(Future<LogEnd> reading) throws InterruptedException {
    try {
      return reading.get();
    } catch (ExecutionException fault) {
      throw new IllegalStateException("a log's reader failed", fault.getCause());
    }
  }

  private synchronized List<Reading> lastCall(Observation last) {
    seen(last);
    finishing = true;
    readings.values().forEach(reading -> reading.follower().ifPresent(LogFollower::lastCall));
    return List.copyOf(readings.values());
  }

  /** Ends all reading at once. */
  @Override
  public synchronized void close() {
    finishing = true;
    readings.values().forEach(reading -> reading.follower().ifPresent(LogFollower::close));
  }
}
