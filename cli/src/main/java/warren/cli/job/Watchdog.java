package warren.cli.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Kills a process group and cleans up when this process dies, however it dies. The parent-death
 * signal ends only the script itself; this one ends its children too. It waits for the end of a
 * pipe that only this process holds open, in a session of its own, so that a terminal's signals do
 * not reach it.
 */
final class Watchdog implements AutoCloseable {
  /**
   * Kills again for a second: a process that was only just started makes its group a moment later.
   */
  static final String WAIT_THEN_KILL =
      """
      read -r group || exec "$@"
      if read -r word; then exit 0; fi
      for again in 1 2 3 4 5 6 7 8 9 10; do
        kill -s KILL -- "-$group" && break
        sleep 0.1
      done
      exec "$@"
      """;

  private final Process process;

  private Watchdog(Process process) {
    this.process = process;
  }

  /**
   * Starts one; it guards nothing yet.
   *
   * @param cleanUp the command to run when this process has died
   */
  static Watchdog start(List<String> cleanUp) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(JobCommand.tool("setsid"), "/bin/sh", "-c", WAIT_THEN_KILL, "watchdog"));
    line.addAll(cleanUp);
    return new Watchdog(
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Guards this group from now on. */
  void guard(long group) throws IOException {
    tell(Long.toString(group));
  }

  /** Nothing is guarded any more. */
  @Override
  public void close() {
    try {
      tell("done");
      process.getOutputStream().close();
    } catch (IOException gone) {
      process.destroy(); // killed by somebody: it can do no harm
    }
  }

  private void tell(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().flush();
  }
}
