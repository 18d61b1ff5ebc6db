package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cli.demo.PullSecret;

/**
 * Whenever a runner is killed: the script dies, and nothing of the job stays. Begins first, as it
 * lasts longest.
 */
@Order(0)
@ExtendWith(Lab.Extension.class)
class RunnerKillsTest {
  /** A lease's 30 s, a teardown, and a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final TestNamespace namespace;

  RunnerKillsTest(TestNamespace namespace) {
    this.namespace = namespace;
  }

  @BeforeAll
  static void profiles(Lab lab) {
    Profiles profiles = new Profiles(lab);
    profiles.putUntilTold("until-told");
    profiles.putNeverReady("never-up", PullSecret.NAME, 25);
  }

  /** All at once, for each has to wait for its lease to expire. */
  @Test
  void runsKilledInPreRunInTheScriptAndInPostRunAreTornDownByNobody() throws IOException {
    Path pids = Scratch.file("pids", ".txt");
    Files.setPosixFilePermissions(pids, PosixFilePermissions.fromString("rw-rw-rw-"));
    Warren inPreRun = Warren.run(namespace, Script.withProfile("never-up", "true"));
    Warren inScript =
        Warren.run(
            namespace,
            Script.withProfile("until-told", "sleep 1000 & echo $$ $! >> " + pids + "; wait"));
    Warren inPostRun = Warren.run(namespace, Script.withProfile("until-told", "true"));

    inPreRun.awaitWaiting("PreRun", PATIENCE);
    inPreRun.kill();
    inPostRun.awaitWaiting("PostRun", PATIENCE);
    inPostRun.kill();
    await().atMost(PATIENCE).until(() -> !inScript.isAlive() || Files.size(pids) > 0);
    assertThat(inScript.isAlive()).as(inScript.output()).isTrue();
    List<String> processes = List.of(Files.readString(pids).strip().split("\\s+"));
    assertThat(processes).hasSize(2).allMatch(RunnerKillsTest::lives);
    inScript.kill();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> processes.stream().noneMatch(RunnerKillsTest::lives));
    namespace.awaitNothingLeft(PATIENCE);
  }

  private static boolean lives(String pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
      return lines.noneMatch(line -> line.matches("State:\\s+Z.*"));
    } catch (IOException | UncheckedIOException e) {
      return Files.exists(Path.of("/proc", pid)); // it went while it was read
    }
  }
}
