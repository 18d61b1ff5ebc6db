package warren.cli.run;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import warren.cli.show.FileTrouble;
import warren.cli.show.LogOrigin;
import warren.cli.show.SafeText;
import warren.client.Observation;
import warren.client.logs.ContainerAttempt;
import warren.client.logs.LogConnection;
import warren.client.logs.LogEnd;
import warren.client.logs.WorkflowLogs;

/** The logs of a job's containers in files: each attempt of each container has one. */
final class ContainerLogs implements AutoCloseable {
  private final Optional<LogFolder> folder;
  private final LogOrigin origin;
  private final long limit;
  private final Consumer<String> onTrouble;
  private final WorkflowLogs logs;
  private final Map<ContainerAttempt.Key, LogFile> files = new ConcurrentHashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param folder where the user keeps the logs; closed with this
   * @param limit how many bytes of a log the user keeps at most
   * @param onTrouble hears, in a sentence, of each log that is not whole
   */
  ContainerLogs(
      LogConnection connection,
      Optional<LogFolder> folder,
      LogOrigin origin,
      long limit,
      InstantSource clock,
      Consumer<String> onTrouble) {
    this.folder = requireNonNull(folder, "folder");
    this.origin = requireNonNull(origin, "origin");
    this.limit = limit;
    this.onTrouble = requireNonNull(onTrouble, "onTrouble");
    this.logs = new WorkflowLogs(connection, attempt -> true, this::open, clock);
  }

  /** Begins to read the logs of containers that have started since the last call. */
  void seen(Observation observation) {
    logs.seen(observation);
  }

  /**
   * Waits until the logs of containers that have ended are whole; the others' end here.
   *
   * @return all logs, those of MPI launchers first and of MPI workers last; closed with this
   * @throws InterruptedException when the waiting thread is interrupted
   */
  List<LogFile> finish(Observation last) throws InterruptedException {
    List<WorkflowLogs.Log> all = new ArrayList<>(logs.finish(last));
    all.sort(Comparator.comparing(log -> log.attempt().role()));
    List<LogFile> found = new ArrayList<>();
    for (WorkflowLogs.Log log : all) {
      LogFile file = files.get(log.attempt().key());
      if (log.end() instanceof LogEnd.Incomplete incomplete) {
        onTrouble.accept(
            "the log of %s is incomplete after %d bytes: %s"
                .formatted(
                    origin.of(log.attempt()),
                    incomplete.bytes(),
                    SafeText.oneLine(incomplete.why())));
      }
      if (file != null) {
        if (file.leftOut() > 0) {
          onTrouble.accept(
              "the log of %s is longer than %d bytes, the limit of the site; its last %d bytes are not kept"
                  .formatted(origin.of(log.attempt()), limit, file.leftOut()));
        }
        found.add(file);
      }
    }
    return found;
  }

  private OutputStream open(ContainerAttempt attempt) throws IOException {
    try {
      LogFile file =
          folder.isPresent()
              ? LogFile.kept(
                  origin.of(attempt), attempt.role(), folder.get().create(fileName(attempt)), limit)
              : LogFile.passing(origin.of(attempt), attempt.role());
      files.put(attempt.key(), file);
      return file.out();
    } catch (IOException unusable) {
      throw new IOException(FileTrouble.reason(unusable), unusable);
    }
  }

  /** A new pod has a name of its own; only a restart in the same pod needs a number. */
  private static String fileName(ContainerAttempt attempt) {
    return attempt.pod()
        + "-"
        + attempt.container()
        + (attempt.number() == 0 ? "" : "." + attempt.number())
        + ".log";
  }

  @Override
  public void close() {
    logs.close();
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
}
