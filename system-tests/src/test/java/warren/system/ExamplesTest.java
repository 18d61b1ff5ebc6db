package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.api.Workflow;
import warren.cli.demo.Example;
import warren.names.Labels;

/**
 * The examples as jobs: what they leave behind, as whom and where they ran, and that nothing stays.
 */
@ExtendWith(Lab.Extension.class)
class ExamplesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Lab lab;
  private final TestNamespace namespace;

  ExamplesTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @Test
  void theContainerOnEachRabbitCompressesWhatItsComputeWrites() throws IOException {
    Warren run = keep(Example.RED_ROCK_SLUSHY);
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();

    Workflow workflow = theOnlyWorkflow();
    for (int i = 0; i < 2; i++) {
      Path compute =
          lab.cluster()
              .storage()
              .local()
              .get(i)
              .resolve(workflow.getMetadata().getUid() + "-0/rabbit-" + i + "-0");
      assertThat(Files.readAllLines(compute.resolve("slushy.index")))
          .hasSize(4)
          .allMatch(line -> line.matches("[0-9a-f]{64} [0-9]+ part-[1-4]\\.dat"));
      for (int part = 1; part <= 4; part++) {
        assertOwnedByTheUser(compute.resolve("part-" + part + ".dat.gz"));
      }
      assertOwnedByTheUser(compute);
      assertUnprivileged(Files.readAllLines(compute.resolve("slushy.status")));
    }
    assertThat(run.output())
        .contains("slushy on rabbit-0: all parts are compressed")
        .contains("slushy on rabbit-1: all parts are compressed")
        .contains("compute-0: part-4.dat")
        .contains("compute-1: part-4.dat");

    endKept(workflow);
    assertThat(namespace.left()).isEmpty();
  }

  @Test
  void theRanksOnBothRabbitsFindThePlantedDifference() throws IOException {
    Warren run = keep(Example.MPI_RED_ROCK_SLUSHY);
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    assertThat(run.output().lines().filter(line -> line.startsWith("[")))
        .as("the launcher's log comes first")
        .first()
        .asString()
        .contains("/red-rock-launcher]");
    assertThat(run.output()).doesNotContain("Accepted publickey", "Connection closed by");

    Workflow workflow = theOnlyWorkflow();
    Path report =
        lab.cluster()
            .storage()
            .shared()
            .resolve(workflow.getMetadata().getUid() + "-0/dcmp.report");
    assertOwnedByTheUser(report);
    List<String> lines = Files.readAllLines(report);
    // Which worker lands on which Rabbit is the scheduler's choice.
    String ofARank =
        "rank (\\d) of 2 on \\S+ \\(node (\\S+), uid " + Warren.jobUid() + "\\): (\\d+) files";
    assertThat(lines)
        .filteredOn(line -> line.matches(ofARank))
        .extracting(line -> line.replaceFirst(ofARank, "$1 compared $3"))
        .containsExactly("0 compared 13", "1 compared 12");
    assertThat(lines)
        .filteredOn(line -> line.matches(ofARank))
        .extracting(line -> line.replaceFirst(ofARank, "$2"))
        .containsExactlyInAnyOrder("rabbit-0", "rabbit-1");
    assertThat(lines).filteredOn(line -> line.startsWith("rank 0 compared: ")).isNotEmpty();
    assertThat(lines).filteredOn(line -> line.startsWith("rank 1 compared: ")).isNotEmpty();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("differs: "))
        .containsExactly("differs: deep/file-17");

    for (int rank = 0; rank < 2; rank++) {
      assertUnprivileged(Files.readAllLines(report.resolveSibling("status." + rank)));
    }

    endKept(workflow);
    assertThat(namespace.left()).isEmpty();
  }

  @Test
  void twoContainersOnEachRabbitWorkOnTheSameStorage() throws IOException {
    Warren run = keep(Example.TWO_CONTAINERS);
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();

    Workflow workflow = theOnlyWorkflow();
    String name = workflow.getMetadata().getName();
    for (int i = 0; i < 2; i++) {
      Path compute =
          lab.cluster()
              .storage()
              .local()
              .get(i)
              .resolve(workflow.getMetadata().getUid() + "-0/rabbit-" + i + "-0");
      assertThat(Files.readAllLines(compute.resolve("index")))
          .hasSize(4)
          .allMatch(line -> line.matches("[0-9a-f]{64} [0-9]+ part-[1-4]\\.dat\\.gz"));
      assertOwnedByTheUser(compute.resolve("index"));
    }
    assertThat(run.output())
        .contains("compressor on rabbit-0,rabbit-1 of " + name + "\n")
        .contains("indexer on rabbit-0,rabbit-1 of " + name + "-c2\n")
        .contains("[rabbit-0/compressor/app] compressor on rabbit-0: all parts are compressed")
        .contains("[rabbit-1/indexer/app] indexer on rabbit-1: all parts are indexed")
        .contains("compute-1: part-4.dat.gz, 20000 lines, indexed beside the job");
    assertThat(
            lab
                .client()
                .pods()
                .inNamespace(namespace.name())
                .withLabel(Labels.WORKFLOW_NAME, name)
                .list()
                .getItems()
                .stream()
                .map(pod -> pod.getMetadata().getLabels().get(Labels.CONTAINER)))
        .containsExactlyInAnyOrder(name, name, name + "-c2", name + "-c2");

    endKept(workflow);
    assertThat(namespace.left()).isEmpty();
  }

  private Warren keep(Example example) {
    return Warren.run(namespace, "--nodes", "2", "--keep", example.job(lab.checkout()).toString());
  }

  private Workflow theOnlyWorkflow() {
    List<Workflow> workflows =
        lab.client().resources(Workflow.class).inNamespace(namespace.name()).list().getItems();
    assertThat(workflows).hasSize(1);
    return workflows.getFirst();
  }

  private void endKept(Workflow workflow) {
    lab.cluster()
        .kubectl(
            List.of(
                "-n",
                namespace.name(),
                "delete",
                "workflow",
                workflow.getMetadata().getName(),
                "--timeout=90s"))
        .orThrow("the kept workflow could not be deleted");
  }

  private static void assertOwnedByTheUser(Path file) throws IOException {
    Map<String, Object> owner = Files.readAttributes(file, "unix:uid,gid");
    assertThat(owner.get("uid")).as("owner of %s", file).isEqualTo(Warren.jobUid());
    assertThat(owner.get("gid")).as("group of %s", file).isEqualTo(Warren.jobGid());
  }

  /** What the kernel says of the container's process; see proc_pid_status(5). */
  private static void assertUnprivileged(List<String> status) {
    String uid = Integer.toString(Warren.jobUid());
    assertThat(value(status, "Uid")).isEqualTo(String.join("\t", uid, uid, uid, uid));
    Stream.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")
        .forEach(set -> assertThat(value(status, set)).as(set).isEqualTo("0000000000000000"));
    assertThat(value(status, "NoNewPrivs")).isEqualTo("1");
    assertThat(value(status, "Seccomp")).as("2 is a filter").isEqualTo("2");
  }

  private static String value(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key + ":\t"))
        .map(line -> line.substring(key.length() + 2))
        .findFirst()
        .orElseThrow();
  }
}
