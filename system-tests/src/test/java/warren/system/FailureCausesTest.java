package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cli.demo.PullSecret;

/** When containers count as started or failed, and what is told as the cause. */
@ExtendWith(Lab.Extension.class)
class FailureCausesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MPI_IMAGE = "registry.warren.internal:5000/dean/red-rock-slushy:v2.0";

  private static final String HEAD =
      """
      apiVersion: nnf.cray.hpe.com/v1alpha1
      kind: NnfContainerProfile
      metadata: {name: %s, namespace: nnf-system}
      data:
        retryLimit: %d
        preRunTimeoutSeconds: %d
        storages: [{name: DW_JOB_foo_local_storage, optional: false}]
      """;

  private final TestNamespace namespace;

  FailureCausesTest(TestNamespace namespace) {
    this.namespace = namespace;
  }

  @BeforeAll
  static void profiles(Lab lab) {
    pods(
        lab,
        "one-ends-well-early",
        0,
        30,
        "{name: setup, image: %s, command: [/bin/sh, -c, 'echo settings are written']}",
        "{name: server, image: %s, command: [/bin/sh, -c, 'until [ -e"
            + " $DW_JOB_foo_local_storage/rabbit-0-0/go ]; do sleep 0.2; done']}");
    pods(
        lab,
        "one-fails-early",
        0,
        60,
        "{name: broken, image: %s, command: [/bin/sh, -c, 'echo no settings; exit 3']}",
        "{name: server, image: %s, command: [/bin/sh, -c, 'sleep 1000']}");
    pods(
        lab,
        "fails-at-once",
        1,
        4,
        "{name: app, image: %s, command: [/bin/sh, -c, 'echo the disk is on fire; exit 7']}");
    pods(
        lab,
        "needs-more-memory",
        0,
        60,
        "{name: app, image: %s, resources: {limits: {memory: 32Mi}}, command: [/bin/sh, -c, 'head"
            + " -c 200000000 /dev/zero | tail > /dev/null']}");
    pods(
        lab,
        "needs-more-memory-in-part",
        0,
        60,
        "{name: app, image: %s, resources: {limits: {memory: 32Mi}}, command: [/bin/sh, -c, 'head"
            + " -c 200000000 /dev/zero | tail > /dev/null; exit 0']}");
    pod(
        lab,
        "fails-under-way",
        HEAD.formatted("fails-under-way", 0, 60) + "  onFailure: end-job\n",
        "{name: app, image: %s, command: [/bin/sh, -c, 'until [ -e"
            + " $DW_JOB_foo_local_storage/rabbit-0-0/go ]; do sleep 0.2; done; echo no route to"
            + " host; exit 7']}");
    mpi(
        lab,
        "mpi-worker-ends",
        1,
        "command: [/bin/sh, -c, 'echo the disk is on fire; exit 3']",
        PullSecret.NAME);
    mpi(lab, "mpi-half-a-secret", 0, "env: []", "");
    mpi(
        lab,
        "mpi-needs-more-memory",
        0,
        "resources: {limits: {memory: 48Mi}}",
        PullSecret.NAME,
        "[mpirun, sh, -c, 'head -c 400000000 /dev/zero | tail > /dev/null']");
  }

  @Test
  void aPodOfWhichOneContainerEndsWellEarlyHasStarted() {
    Warren run = run("one-ends-well-early", "touch $DW_JOB_scratch/go");

    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
  }

  @Test
  void aPodOfWhichOneContainerFailsEarlyFailsAsAWhole() {
    failed(
        "one-fails-early",
        "Container broken (image " + Profiles.IMAGE + ")",
        "ended with exit code 3 on rabbit-0",
        "no settings");
  }

  @Test
  void aFailureThatWasSeenBeatsATimeOut() {
    String output =
        failed("fails-at-once", "User error:", "ended with exit code 7 on rabbit-0", "on fire");

    assertThat(output)
        .contains("Failed once, tried again: ")
        .doesNotContain("did not start within");
  }

  @Test
  void whatWasKilledForMemoryIsNamedWithItsLimit() {
    String output = failed("needs-more-memory", "needed more memory than its limit of 32Mi");

    assertThat(output).as("no retries, so none is told").doesNotContain("tried again");
  }

  @Test
  void aProcessThatWasKilledForMemoryIsAWarningWhereItsContainerEndsWell() {
    Warren run = run("needs-more-memory-in-part", "true");

    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    assertThat(run.output())
        .contains("warning: Container app", "needed more memory than its limit of 32Mi");
  }

  @Test
  void containersThatFailUnderWayAreToldAtOnceAndEndTheScriptWhereTheirProfileWantsThat() {
    Warren run = run("fails-under-way", "touch $DW_JOB_scratch/go; sleep 1000");

    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isEqualTo(122);
    assertThat(run.output())
        .containsSubsequence(
            "the script starts",
            "warning: User error: Container app",
            "ended with exit code 7 on rabbit-0",
            "no route to host",
            "error: the script was ended",
            "error: PostRun failed");
    assertThat(namespace.left()).isEmpty();
  }

  @Test
  void anMpiWorkerThatEndsBeforeTheLauncherIsToldAndTriedAgain() {
    String output =
        failed("mpi-worker-ends", "User error:", "ended with exit code 3 on rabbit-0", "on fire");

    assertThat(output).contains("Failed once, tried again: Container red-rock-worker");
  }

  @Test
  void aRankThatWasKilledForMemoryIsNamedWithItsWorkersLimit() {
    failed(
        "mpi-needs-more-memory",
        "Container red-rock-worker",
        "needed more memory than its limit of 48Mi and was killed on rabbit-0");
  }

  @Test
  void aPullSecretThatOnlyTheLauncherHasIsMissingAtTheWorker() {
    failed("mpi-half-a-secret", "without credentials", "Name a pull secret in imagePullSecrets");
  }

  private String failed(String profile, String... words) {
    Warren run = run(profile, "true");
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isIn(121, 122);
    assertThat(run.output()).contains(words);
    assertThat(namespace.left()).isEmpty();
    return run.output();
  }

  private Warren run(String profile, String body) {
    return Warren.run(namespace, Script.withProfile(profile, body));
  }

  private static void pods(Lab lab, String name, int retries, int seconds, String... containers) {
    pod(lab, name, HEAD.formatted(name, retries, seconds), containers);
  }

  private static void pod(Lab lab, String name, String head, String... containers) {
    StringBuilder manifest = new StringBuilder(head);
    manifest.append("  spec:\n    terminationGracePeriodSeconds: 1\n");
    manifest.append("    imagePullSecrets: [{name: " + PullSecret.NAME + "}]\n    containers:\n");
    for (String container : containers) {
      manifest.append("    - ").append(container.formatted(Profiles.IMAGE)).append('\n');
    }
    apply(lab, name, manifest.toString());
  }

  private static void mpi(Lab lab, String name, int retries, String worker, String workerSecret) {
    mpi(lab, name, retries, worker, workerSecret, "[mpirun, hostname]");
  }

  private static void mpi(
      Lab lab, String name, int retries, String worker, String workerSecret, String launcher) {
    apply(
        lab,
        name,
        HEAD.formatted(name, retries, 120)
            + """
                mpiSpec:
                  mpiReplicaSpecs:
                    Launcher:
                      template:
                        spec:
                          imagePullSecrets: [{name: %1$s}]
                          containers: [{name: red-rock-launcher, image: %2$s, command: %5$s}]
                    Worker:
                      template:
                        spec:
                          terminationGracePeriodSeconds: 1
                          imagePullSecrets: [%4$s]
                          containers: [{name: red-rock-worker, image: %2$s, %3$s}]
              """
                .formatted(
                    PullSecret.NAME,
                    MPI_IMAGE,
                    worker,
                    workerSecret.isEmpty() ? "" : "{name: " + workerSecret + "}",
                    launcher));
  }

  private static void apply(Lab lab, String name, String manifest) {
    lab.cluster()
        .kubectl(List.of("apply", "--server-side", "--force-conflicts", "-f", "-"), manifest)
        .orThrow("the profile " + name + " was not accepted");
  }
}
