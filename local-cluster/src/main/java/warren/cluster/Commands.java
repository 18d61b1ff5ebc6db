package warren.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs programs of this machine, never through a shell.
 *
 * @param environment variables that every program gets in addition to this process's own
 */
public record Commands(Map<String, String> environment) {
  /**
   * One for each stream: streams that wait for a thread could block the program that feeds both.
   */
  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  public Commands {
    environment = Map.copyOf(environment);
  }

  /**
   * Runs to the end with {@code stdin} as standard input and keeps all output.
   *
   * @throws ClusterException when the program cannot be started; one that fails is a result
   */
  public CommandResult run(List<String> command, String stdin) {
    Process process = start(new ProcessBuilder(command));
    CompletableFuture<Void> fed = CompletableFuture.runAsync(() -> feed(process, stdin), THREADS);
    CommandResult result = collect(process);
    fed.join();
    return result;
  }

  /** Runs to the end with a file as standard input. */
  CommandResult run(List<String> command, Path stdin) {
    return collect(start(new ProcessBuilder(command).redirectInput(Redirect.from(stdin.toFile()))));
  }

  /**
   * Runs to the end and hands over each line of standard output when it comes; they are not in the
   * result.
   */
  CommandResult follow(List<String> command, Consumer<String> lines) {
    Process process =
        start(
            new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile())));
    CompletableFuture<String> stderr =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), THREADS);
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommandResult(exitCode(process), "", stderr.join());
  }

  /** Runs to the end on this process's own terminal or pipes. */
  int attached(List<String> command) {
    return exitCode(start(new ProcessBuilder(command).inheritIO()));
  }

  private Process start(ProcessBuilder builder) {
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ClusterException(
          "Could not run "
              + builder.command().getFirst()
              + ": "
              + e.getMessage()
              + ". Is it installed and executable?",
          e);
    }
  }

  private static CommandResult collect(Process process) {
    CompletableFuture<String> stderr =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), THREADS);
    String stdout = text(process.getInputStream());
    return new CommandResult(exitCode(process), stdout, stderr.join());
  }

  private static void feed(Process process, String stdin) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(stdin.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A program may end without reading all of its input; its exit status tells whether that was
      // right.
      process.onExit().join();
    }
  }

  private static String text(InputStream stream) {
    try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[8192];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        text.append(buffer, 0, read);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while a program ran: it was ended.", e);
    }
  }
}
