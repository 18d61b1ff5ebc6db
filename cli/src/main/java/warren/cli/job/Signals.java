package warren.cli.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to process groups, which Java itself cannot send. */
final class Signals {
  private Signals() {}

  /** Sends a signal to every process of a group; nothing happens when it has none. */
  static void toGroup(String signal, long group) {
    try {
      new ProcessBuilder(
              "/bin/sh", "-c", "kill -s \"$1\" -- \"-$2\"", "sh", signal, Long.toString(group))
          .redirectInput(new File("/dev/null"))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    } catch (IOException noShell) {
      throw new UncheckedIOException(noShell);
    }
  }
}
