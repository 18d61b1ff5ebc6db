package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cli.demo.PullSecret;

/** Storage of type xfs is the computes' own, beside storage that containers use. */
@ExtendWith(Lab.Extension.class)
class XfsStorageTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Lab lab;
  private final TestNamespace namespace;

  XfsStorageTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @Test
  void eachComputeHasItsOwnAndTheContainersHaveNone() {
    String profile = namespace.own("beside-xfs");
    new Profiles(lab)
        .put(
            profile,
            Profiles.IMAGE,
            PullSecret.NAME,
            "retryLimit: 0",
            List.of("/bin/sh", "-c", "env | grep ^DW_JOB_; echo storages: $(ls /mnt/nnf | wc -l)"));
    String script =
        Script.of(
            "#DW jobdw type=xfs capacity=1GB name=own\n"
                + "#DW jobdw type=gfs2 capacity=1GB name=scratch\n"
                + "#DW container name=cc profile="
                + profile
                + " DW_JOB_foo_local_storage=scratch",
            """
            set -e
            warren step -- sh -c 'touch $DW_JOB_own/$WARREN_COMPUTE_NAME'
            warren step -- sh -c 'echo files: $(ls $DW_JOB_own | wc -l)'
            """);

    Warren run = Warren.run(namespace, "--nodes", "2", script);

    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    assertThat(run.output().lines().filter(line -> line.endsWith("files: 1"))).hasSize(2);
    assertThat(run.output().lines().filter(line -> line.endsWith("storages: 1"))).hasSize(2);
    assertThat(run.output()).contains("DW_JOB_foo_local_storage=").doesNotContain("DW_JOB_own=");
    assertThat(namespace.left()).isEmpty();
  }

  @Test
  void aContainerThatWantsItIsRefusedWithTheReason() {
    String script =
        Script.of(
            """
            #DW jobdw type=xfs capacity=1GB name=own
            #DW container name=cc profile=red-rock-slushy DW_JOB_foo_local_storage=own
            """,
            "true");

    Warren run = Warren.run(namespace, script);

    assertThat(run.exitStatus(PATIENCE)).isEqualTo(120);
    assertThat(run.output())
        .contains(
            "The storage 'own' is of type xfs, which containers cannot use: one host at a time can"
                + " mount it, and that is the compute. [storage-type]");
  }
}
