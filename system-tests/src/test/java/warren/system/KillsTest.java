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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is killed, and whenever: the script dies, and nothing of the job stays. Runs last: it
 * kills the operator as well.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillsTest {
  private static final String NAMESPACE = "kills";

  /** A lease's 30 s, a teardown, and a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Lab lab;
  private final Profiles profiles;

  KillsTest(Lab lab) {
    this.lab = lab;
    this.profiles = new Profiles(lab);
  }

  @BeforeAll
  void profiles() {
    profiles.put(
        "until-told",
        Profiles.IMAGE,
        "readonly-red-rock-slushy",
        "retryLimit: 0",
        List.of(
            "/bin/sh",
            "-c",
            "until [ -e $DW_JOB_foo_local_storage/rabbit-0-0/stop ]; do sleep 0.2; done"));
    profiles.putNeverReady("never-up", 25);
  }

  /** All at once, for each has to wait for its lease to expire. */
  @Test
  void runsKilledInPreRunInTheScriptAndInPostRunAreTornDownByNobody() throws IOException {
    Inventory before = Inventory.of(lab.cluster());
    Path pids = Scratch.file("pids", ".txt");
    Files.setPosixFilePermissions(pids, PosixFilePermissions.fromString("rw-rw-rw-"));
    Warren inPreRun = Warren.run(lab, NAMESPACE, Script.withProfile("never-up", "true"));
    Warren inScript =
        Warren.run(
            lab,
            NAMESPACE,
            Script.withProfile("until-told", "sleep 1000 & echo $$ $! >> " + pids + "; wait"));
    Warren inPostRun = Warren.run(lab, NAMESPACE, Script.withProfile("until-told", "true"));

    awaitState(inPreRun, "PreRun");
    inPreRun.kill();
    awaitState(inPostRun, "PostRun");
    inPostRun.kill();
    await().atMost(PATIENCE).until(() -> !inScript.isAlive() || Files.size(pids) > 0);
    assertThat(inScript.isAlive()).as(inScript.output()).isTrue();
    List<String> processes = List.of(Files.readString(pids).strip().split("\\s+"));
    assertThat(processes).hasSize(2).allMatch(KillsTest::lives);
    inScript.kill();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> processes.stream().noneMatch(KillsTest::lives));
    awaitNothingBeyond(before);
  }

  @Test
  void theOperatorKilledInPreRunStillKeepsTheDeadline() {
    Inventory before = Inventory.of(lab.cluster());
    long begin = System.nanoTime();
    Warren run = Warren.run(lab, NAMESPACE, Script.withProfile("never-up", "true"));
    awaitState(run, "PreRun");
    new OperatorControl(lab).kill();
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isNotZero();
    assertThat(run.output()).contains("25 s");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(20));
    awaitNothingBeyond(before);
  }

  @Test
  void theOperatorKilledInTeardownFinishesIt() {
    Inventory before = Inventory.of(lab.cluster());
    Warren run =
        Warren.run(lab, NAMESPACE, Script.withProfile("until-told", "touch $DW_JOB_scratch/stop"));
    awaitState(run, "Teardown");
    new OperatorControl(lab).kill();
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    awaitNothingBeyond(before);
  }

  @Test
  void aWorkflowDeletedWithoutTheOperatorGoesWhenItIsBack() {
    Inventory before = Inventory.of(lab.cluster());
    OperatorControl operator = new OperatorControl(lab);
    Warren run = Warren.run(lab, NAMESPACE, Script.withProfile("never-up", "true"));
    awaitState(run, "PreRun");
    operator.stop();
    lab.cluster()
        .kubectl(List.of("-n", NAMESPACE, "delete", "workflows", "--all", "--wait=false"))
        .orThrow("the workflow could not be deleted");
    assertThat(lab.cluster().kubectl(List.of("-n", NAMESPACE, "get", "workflows", "-o", "name")))
        .extracting(result -> result.stdout().strip())
        .as("its finalizer keeps it")
        .isNotEqualTo("");
    operator.start();
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isNotZero();
    operator.awaitAdmission();
    // Its own pod is another one now.
    awaitNothingBeyond(before, left -> left.startsWith("Pod warren-system/warren-operator-"));
  }

  private static void awaitState(Warren run, String state) {
    await()
        .atMost(PATIENCE)
        .until(() -> !run.isAlive() || run.output().contains(state + ": waiting"));
    assertThat(run.isAlive()).as(run.output()).isTrue();
  }

  private void awaitNothingBeyond(Inventory before) {
    awaitNothingBeyond(before, left -> false);
  }

  private void awaitNothingBeyond(Inventory before, Predicate<String> but) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () ->
                assertThat(Inventory.of(lab.cluster()).beyond(before))
                    .filteredOn(but.negate())
                    .isEmpty());
  }

  private static boolean lives(String pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
      return lines.noneMatch(line -> line.matches("State:\\s+Z.*"));
    } catch (IOException | UncheckedIOException e) {
      return Files.exists(Path.of("/proc", pid)); // it went while it was read
    }
  }
}
