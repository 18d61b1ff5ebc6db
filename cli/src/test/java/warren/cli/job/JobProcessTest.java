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

class JobProcessTest {
  private static final List<Map<String, String>> COMPUTES =
      ComputeEnvironments.withoutWorkflow(List.of("a", "b"));

  private final JobUser user = Processes.user();
  @TempDir private Path results;

  @BeforeEach
  void everyoneMayWriteResults() throws IOException {
    Files.setPosixFilePermissions(results, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private int run(String script, String... arguments) throws Exception {
    byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
    try (JobFolder folder = JobFolder.create(user, bytes, COMPUTES);
        JobProcess process = start(folder, bytes, List.of(arguments))) {
      return process.exit().get();
    }
  }

  private JobProcess start(JobFolder folder, byte[] script, List<String> arguments)
      throws IOException {
    return JobProcess.start(
        user,
        folder,
        JobProcess.hasInterpreter(script),
        arguments,
        Map.of("LANG", "C.UTF-8"),
        COMPUTES.getFirst());
  }

  @Test
  void theScriptsExitStatusIsPassedOn() throws Exception {
    assertThat(run("#!/bin/sh\nexit 7\n")).isEqualTo(7);
    assertThat(run("#!/bin/sh\nkill -TERM $$\n")).isEqualTo(128 + 15);
    assertThat(run("exit 3\n")).as("no interpreter named").isEqualTo(3);
  }

  @Test
  void theScriptRunsAsItsUserWithItsArgumentsUnchanged() throws Exception {
    Path out = results.resolve("out");

    run(
        "#!/bin/sh\nout=$1; shift\n{ id -u; id -g; for a; do printf '<%s>\\n' \"$a\"; done; } >\"$out\"\n",
        out.toString(), "a b", "$(id)", "");

    assertThat(out)
        .hasContent(
            "%d\n%d\n<a b>\n<$(id)>\n<>".formatted(user.identity().uid(), user.identity().gid()));
  }

  @Test
  void theFolderIsForTheUserOnlyAndGoesWithTheJob() throws Exception {
    Path folder;
    try (JobFolder made = JobFolder.create(user, new byte[0], COMPUTES)) {
      folder = made.path();
      assertThat(Files.getPosixFilePermissions(folder))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      assertThat(Files.getAttribute(folder, "unix:uid")).isEqualTo((int) user.identity().uid());
      assertThat(Files.getPosixFilePermissions(made.script()))
          .isEqualTo(PosixFilePermissions.fromString("r-x------"));
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void aStepRunsOncePerComputeWithThatComputesEnvironment() throws Exception {
    int status =
        run(
            """
            #!/bin/sh
            cd "$1"
            warren step -- sh -c 'echo "$0 $WARREN_NODES" >"$WARREN_COMPUTE_INDEX"; exit "$WARREN_COMPUTE_INDEX"' 'with  blanks'
            """,
            results.toString());

    assertThat(status).as("the highest of all").isEqualTo(1);
    assertThat(results.resolve("0")).hasContent("with  blanks 2");
    assertThat(results.resolve("1")).hasContent("with  blanks 2");
  }

  @Test
  void theStepsOfAllComputesRunAtTheSameTime() throws Exception {
    int status =
        run(
            """
            #!/bin/sh
            cd "$1"
            warren step -- sh -c '
              : >"here-$WARREN_COMPUTE_INDEX"
              until [ -e here-0 ] && [ -e here-1 ]; do :; done'
            """,
            results.toString());

    assertThat(status).isZero();
  }

  @Test
  void otherCommandsAndAnEmptyStepAreRefused() throws Exception {
    assertThat(run("#!/bin/sh\nwarren step -- 2>/dev/null\n")).isEqualTo(64);
    assertThat(run("#!/bin/sh\nwarren run x 2>/dev/null\n")).isEqualTo(64);
    assertThat(run("#!/bin/sh\nwarren step -- no-such-program 2>/dev/null\n")).isEqualTo(127);
  }

  @Test
  void childrenLeftBehindEndWithTheScript() throws Exception {
    Path pids = results.resolve("pids");

    run("#!/bin/sh\nsleep 300 &\necho $! >\"$1\"\n", pids.toString());

    assertThat(Processes.written(pids)).hasSize(1);
    await().until(() -> Processes.written(pids).stream().noneMatch(Processes::isAlive));
  }

  @Test
  void aScriptThatIgnoresTheRequestIsKilledAfterTheGrace() throws Exception {
    byte[] script =
        "#!/bin/sh\ntrap '' TERM\necho $$ >\"$1\"\nwhile :; do sleep 300; done\n"
            .getBytes(StandardCharsets.UTF_8);
    Path pids = results.resolve("pids");

    try (JobFolder folder = JobFolder.create(user, script, COMPUTES);
        JobProcess process = start(folder, script, List.of(pids.toString()))) {
      await().until(() -> !Processes.written(pids).isEmpty());
      process.terminate(Duration.ofMillis(200));

      assertThat(process.exit().get()).isEqualTo(128 + 9);
      assertThat(Processes.written(pids)).noneMatch(Processes::isAlive);
    }
  }
}
