package warren.cli.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.job.JobFolder;
import warren.cli.job.JobProcess;
import warren.cli.show.FileTrouble;

/** Runs a job's script from its start to its end, and leaves nothing of it behind. */
final class ScriptRun {
  /** Between asking a script to end and killing it. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private ScriptRun() {}

  /**
   * Runs the script.
   *
   * @param computes each compute's variables; the script gets the first one's
   * @param stop when it completes, the script is ended
   * @param onTrouble hears, in a sentence, of what could not be cleaned up
   * @return its exit status; empty when it was ended by {@code stop}
   * @throws InterruptedException when the waiting thread is interrupted; the script has ended then
   */
  static OptionalInt run(
      Job job,
      List<Map<String, String>> computes,
      CompletableFuture<?> stop,
      Consumer<String> onTrouble)
      throws InterruptedException {
    try {
      JobFolder folder = JobFolder.create(job.user(), job.script(), computes);
      try (JobProcess process =
          JobProcess.start(
              job.user(),
              folder,
              JobProcess.hasInterpreter(job.script()),
              job.arguments(),
              job.environment(),
              computes.getFirst())) {
        return waitFor(process, stop);
      } finally {
        remove(folder, onTrouble);
      }
    } catch (IOException failed) {
      throw new CommandException(
          ExitStatus.TROUBLE,
          "the script could not be started: " + FileTrouble.reason(failed),
          failed);
    }
  }

  /** What is left behind must not cost the script's exit status. */
  private static void remove(JobFolder folder, Consumer<String> onTrouble) {
    try {
      folder.close();
    } catch (IOException left) {
      onTrouble.accept(
          "the job's folder "
              + folder.path()
              + " could not be removed: "
              + FileTrouble.reason(left)
              + "; remove it by hand");
    }
  }

  private static OptionalInt waitFor(JobProcess process, CompletableFuture<?> stop)
      throws InterruptedException {
    CompletableFuture<Integer> exit = process.exit();
    try {
      CompletableFuture.anyOf(exit, stop).get();
      if (exit.isDone()) {
        return OptionalInt.of(exit.get());
      }
    } catch (InterruptedException cancelled) {
      process.terminate(GRACE);
      throw cancelled;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
    process.terminate(GRACE);
    return OptionalInt.empty();
  }
}
