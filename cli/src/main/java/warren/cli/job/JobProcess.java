package warren.cli.job;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The job's script, running: on this process's own standard streams, in a process group of its own.
 * The group dies with this process, also when that is killed. What leaves the group, as a child
 * started with setsid does, is out of reach: a workload manager ends such with the job's control
 * group, which this process may not make.
 */
public final class JobProcess implements AutoCloseable {
  private final Process process;
  private final Watchdog watchdog;

  private JobProcess(Process process, Watchdog watchdog) {
    this.process = process;
    this.watchdog = watchdog;
  }

  /**
   * Starts the script. To be called on a thread that lives as long as the job: the script dies with
   * it.
   *
   * @param caller this process's own environment
   * @param compute the first compute's variables
   * @throws IOException when it cannot be started
   */
  public static JobProcess start(
      JobUser user,
      JobFolder folder,
      boolean hasInterpreter,
      List<String> arguments,
      Map<String, String> caller,
      Map<String, String> compute)
      throws IOException {
    List<String> script = new ArrayList<>();
    if (!hasInterpreter) {
      script.add("/bin/sh"); // as a shell does with a program that is no program
    }
    script.add(folder.script().toString());
    script.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(JobCommand.of(user, script)).inheritIO();
    builder.environment().clear();
    builder.environment().putAll(JobEnvironment.of(user, folder.path(), caller, compute));
    Watchdog watchdog = Watchdog.start(folder.removal());
    try {
      Process process = builder.start();
      watchdog.guard(process.pid());
      return new JobProcess(process, watchdog);
    } catch (IOException failed) {
      watchdog.close();
      throw failed;
    }
  }

  /** Whether a script names its interpreter in its first line. */
  public static boolean hasInterpreter(byte[] script) {
    return script.length > 1 && script[0] == '#' && script[1] == '!';
  }

  /** The process and process group id. */
  public long group() {
    return process.pid();
  }

  /** Completes with the script's exit status; a signal's number plus 128 when it died of one. */
  public CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks the script and its children to end, and kills those that have not after {@code grace}. */
  public void terminate(Duration grace) throws InterruptedException {
    Signals.toGroup("TERM", group());
    if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      Signals.toGroup("KILL", group());
      process.waitFor();
    }
  }

  /** Kills whatever of the group is left. */
  @Override
  public void close() {
    Signals.toGroup("KILL", group());
    watchdog.close();
  }
}
