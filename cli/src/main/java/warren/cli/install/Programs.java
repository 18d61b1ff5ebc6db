package warren.cli.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import warren.cluster.ClusterException;

/** Runs the checkout's own programs, and docker, to their end. */
public final class Programs {
  private Programs() {}

  /**
   * Runs a program and returns what it printed, standard error included.
   *
   * @param folder its working directory
   * @throws ClusterException when it fails; the message holds its last lines
   */
  public static String run(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new ClusterException(
            "%s failed with status %d:%n%s"
                .formatted(Path.of(command.getFirst()).getFileName(), status, lastLines(output)));
      }
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while " + command.getFirst() + " ran", e);
    }
  }

  private static String lastLines(String output) {
    List<String> lines = output.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }
}
