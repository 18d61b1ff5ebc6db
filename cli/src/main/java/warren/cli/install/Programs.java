package warren.cli.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import warren.cluster.ClusterException;

/** Runs the checkout's own programs, and docker, to their end. */
public final class Programs {
  private Programs() {}

  /**
   * Runs a program and returns what it printed to standard output.
   *
   * @param folder its working directory
   * @throws ClusterException when it fails; the message holds its last lines
   */
  public static String run(Path folder, List<String> command) {
    try {
      Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
      process.getOutputStream().close();
      CompletableFuture<String> errors =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      String output = text(process.getInputStream());
      int status = process.waitFor();
      if (status != 0) {
        throw new ClusterException(
            "%s failed with status %d:%n%s"
                .formatted(
                    Path.of(command.getFirst()).getFileName(),
                    status,
                    lastLines(output + errors.join())));
      }
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while " + command.getFirst() + " ran", e);
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lastLines(String output) {
    List<String> lines = output.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }
}
