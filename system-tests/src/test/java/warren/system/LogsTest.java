package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import warren.api.Workflow;
import warren.cli.demo.PullSecret;

/** What containers print is kept byte for byte, and is shown while the job runs. */
@ExtendWith(Lab.Extension.class)
class LogsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How many jobs run one after the other. */
  private static final int RUNS = Integer.getInteger("warren.logs.runs", 1);

  /** How many lines each container prints at once; 1000000 has the kubelets rotate the logs. */
  private static final int LINES = Integer.getInteger("warren.logs.lines", 5003);

  private final Lab lab;
  private final TestNamespace namespace;
  @TempDir private Path place;

  LogsTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @Test
  void whatIsPrintedAtOnceOnBothRabbitsIsKeptByteForByte() throws IOException {
    String profile = namespace.own("flood");
    put(profile, "seq -f 'line %09.0f of a log that nobody may cut in the middle' 1 " + LINES);
    String printed = digestOfLines();
    for (int run = 0; run < RUNS; run++) {
      Path folder = place.resolve("logs-" + run);
      Warren job = runKeepingLogs(profile, folder);

      List<Path> logs = files(folder);
      assertThat(logs).as(job.output()).hasSize(2);
      for (Path log : logs) {
        assertThat(digest(Files.readAllBytes(log)))
            .as("run %d: %s of %d bytes%n%s", run, log, Files.size(log), job.output())
            .isEqualTo(printed);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
            .isEqualTo("rw-------");
        Files.delete(log); // a million lines take much room
      }
    }
    assertThat(namespace.left()).isEmpty();
  }

  @Test
  void theLogsOfInitContainersAndOfEachAttemptAreKept() throws IOException {
    String profile = namespace.own("retried");
    new Profiles(lab).putFailingOnce(profile);
    Path folder = place.resolve("logs");
    Warren job = runKeepingLogs(profile, folder);

    List<String> printed = new ArrayList<>();
    for (Path log : files(folder)) {
      printed.add(Files.readString(log));
    }
    assertThat(printed)
        .as(job.output())
        .containsExactlyInAnyOrder(
            "it is set up\n",
            "it is set up\n",
            "it is set up\n",
            "it is set up\n",
            "it fails\n",
            "it fails\n",
            "it succeeds\n",
            "it succeeds\n");
  }

  private Warren runKeepingLogs(String profile, Path folder) {
    Warren job =
        Warren.run(
            namespace,
            "--nodes",
            "2",
            "--logs",
            folder.toString(),
            Script.withProfile(profile, "true"));
    assertThat(job.exitStatus(PATIENCE)).as(job.output()).isZero();
    return job;
  }

  @Test
  void theLogsOfARunningJobAreShownAndFollowed() throws IOException {
    Path held = Scratch.file("held", ".txt"); // where the job's user can see it
    String profile = namespace.own("talker");
    put(
        profile,
        "echo it begins; until [ -e $(ls -d $DW_JOB_foo_local_storage/*-0)/stop ]; do sleep 0.2;"
            + " done; echo it ends");
    Warren job =
        Warren.run(
            namespace,
            "--nodes",
            "2",
            Script.withProfile(
                profile,
                "while [ -e %s ]; do sleep 0.2; done%nwarren step -- bash -c 'touch $DW_JOB_scratch/stop'"
                    .formatted(held)));
    await().atMost(PATIENCE).until(() -> !job.isAlive() || job.output().contains("script starts"));
    String workflow = theOnlyWorkflow();

    assertThat(logs(workflow).lines())
        .containsExactlyInAnyOrder("[rabbit-0/app] it begins", "[rabbit-1/app] it begins");
    assertThat(logs(workflow, "--rabbit", "rabbit-1").lines())
        .containsExactly("[rabbit-1/app] it begins");
    assertRefused(workflow, "containers have started on rabbit-0", "--rabbit", "rabbit-9");
    assertRefused(workflow, "those that have are app", "--container", "other");
    assertRefused(workflow, "no container has had an earlier attempt", "--previous");

    Warren follower = start(workflow, "--follow", "--rabbit", "rabbit-0");
    await().atMost(PATIENCE).until(() -> follower.output().contains("it begins"));
    Files.delete(held);
    assertThat(job.exitStatus(PATIENCE)).as(job.output()).isZero();
    assertThat(follower.exitStatus(PATIENCE)).as(follower.output()).isZero();
    assertThat(follower.output().lines())
        .containsExactly("[rabbit-0/app] it begins", "[rabbit-0/app] it ends");

    Warren gone = start(workflow);
    assertThat(gone.exitStatus(PATIENCE)).isEqualTo(120);
    assertThat(gone.output()).contains("there is no workflow '" + workflow + "'");
  }

  private void put(String profile, String program) {
    new Profiles(lab)
        .put(
            profile,
            Profiles.IMAGE,
            PullSecret.NAME,
            "retryLimit: 0",
            List.of("/bin/sh", "-c", program));
  }

  private void assertRefused(String workflow, String reason, String... options) {
    Warren refused = start(workflow, options);
    assertThat(refused.exitStatus(PATIENCE)).isEqualTo(120);
    assertThat(refused.output()).contains(reason);
  }

  private String logs(String workflow, String... options) {
    Warren command = start(workflow, options);
    assertThat(command.exitStatus(PATIENCE)).as(command.output()).isZero();
    return command.output();
  }

  private Warren start(String workflow, String... options) {
    return Warren.start(
        Stream.concat(
                Stream.of("logs", workflow, "--site", namespace.site().toString()),
                Stream.of(options))
            .toList());
  }

  private String theOnlyWorkflow() {
    List<Workflow> workflows =
        lab.client().resources(Workflow.class).inNamespace(namespace.name()).list().getItems();
    assertThat(workflows).hasSize(1);
    return workflows.getFirst().getMetadata().getName();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static String digestOfLines() {
    MessageDigest digest = sha256();
    for (int line = 1; line <= LINES; line++) {
      digest.update(
          "line %09d of a log that nobody may cut in the middle\n"
              .formatted(line)
              .getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
