package warren.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the process that runs a job is killed and can do nothing any more. */
class SuddenDeathTest {
  private static final String SCRIPT =
      """
      #!/bin/sh
      trap '' TERM HUP
      sleep 300 &
      echo $! >>"$1"
      (sleep 300 & echo $! >>"$1"; wait) &
      echo $! >>"$1"
      echo $$ >>"$1"
      wait
      """;

  @TempDir private Path results;

  @BeforeEach
  void everyoneMayWriteResults() throws IOException {
    Files.setPosixFilePermissions(results, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /** Stands for warren run: starts the script and waits for it. */
  static final class Runner {
    private Runner() {}

    public static void main(String[] arguments) throws Exception {
      byte[] script = SCRIPT.getBytes(StandardCharsets.UTF_8);
      List<Map<String, String>> computes = ComputeEnvironments.withoutWorkflow(List.of("a"));
      JobUser user = Processes.user();
      try (JobFolder folder = JobFolder.create(user, script, computes);
          JobProcess process =
              JobProcess.start(
                  user, folder, true, List.of(arguments[0]), Map.of(), computes.getFirst())) {
        Files.writeString(Path.of(arguments[1]), folder.path().toString());
        process.exit().get();
      }
    }
  }

  @Test
  void theScriptItsChildrenAndItsFolderGoWhenTheRunnerIsKilled() throws Exception {
    Path pids = results.resolve("pids");
    Path folder = results.resolve("folder");
    Process runner =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Runner.class.getName(),
                pids.toString(),
                folder.toString())
            .inheritIO()
            .start();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Processes.written(pids).size() == 4 && Files.exists(folder));
    assertThat(Processes.written(pids)).allMatch(Processes::isAlive);
    Path jobFolder = Path.of(Files.readString(folder));
    assertThat(jobFolder).exists();

    runner.destroyForcibly().waitFor(); // SIGKILL

    await().until(() -> Processes.written(pids).stream().noneMatch(Processes::isAlive));
    await().until(() -> Files.notExists(jobFolder));
  }
}
