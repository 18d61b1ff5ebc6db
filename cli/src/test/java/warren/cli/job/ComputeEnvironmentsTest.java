package warren.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.cli.site.RunnerSite;
import warren.dw.Dialect;
import warren.dw.Directive;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.plan.ComputePlace;

class ComputeEnvironmentsTest {
  private static final RunnerSite SITE =
      new RunnerSite(
          Path.of("/site/kubeconfig"),
          "default",
          Optional.of(Path.of("/site/lustre")),
          Map.of("rabbit-0", Path.of("/site/r0"), "rabbit-1", Path.of("/site/r1")),
          1,
          1024);
  private static final List<ComputePlace> COMPUTES =
      List.of(
          new ComputePlace("compute-0", "rabbit-0", 3),
          new ComputePlace("compute-1", "rabbit-1", 0));

  private static List<Directive> directives(String... lines) {
    byte[] script = String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new DirectiveReader(RuleBook.standard())
        .read(JobScript.read("job.sh", script, Dialect.SLURM))
        .directives();
  }

  @Test
  void eachComputeSeesItsOwnDirectoryOfPerComputeStorage() {
    List<Map<String, String>> environments =
        ComputeEnvironments.of(
            "u-1",
            Map.of("DW_JOB_my_gfs2", "/mnt/nnf/u-1-0", "NNF_CONTAINER_DOMAIN", "default"),
            directives("#DW jobdw type=gfs2 capacity=1GiB name=my-gfs2"),
            COMPUTES,
            SITE);

    assertThat(environments).hasSize(2);
    assertThat(environments.getFirst())
        .containsEntry("DW_JOB_my_gfs2", "/site/r0/u-1-0/rabbit-0-3")
        .containsEntry("NNF_CONTAINER_DOMAIN", "default")
        .containsEntry("WARREN_COMPUTE_NAME", "compute-0")
        .containsEntry("WARREN_COMPUTE_INDEX", "0")
        .containsEntry("WARREN_NODES", "2")
        .containsEntry("WARREN_NODE_LIST", "compute-0,compute-1");
    assertThat(environments.getLast())
        .containsEntry("DW_JOB_my_gfs2", "/site/r1/u-1-0/rabbit-1-0")
        .containsEntry("WARREN_COMPUTE_INDEX", "1");
  }

  @Test
  void allComputesSeeTheSameSharedStorage() {
    assertThat(
            ComputeEnvironments.of(
                "u-1",
                Map.of("DW_JOB_shared", "/mnt/nnf/u-1-0"),
                directives("#DW jobdw type=lustre capacity=1GiB name=shared"),
                COMPUTES,
                SITE))
        .allSatisfy(
            environment ->
                assertThat(environment).containsEntry("DW_JOB_shared", "/site/lustre/u-1-0"));
  }

  @Test
  void theWorkflowSetsOnlyItsOwnVariablesAndOnlyToOneLine() {
    assertThat(
            ComputeEnvironments.of(
                "u-1",
                Map.of(
                    "NNF_CONTAINER_DOMAIN", "x",
                    "LD_PRELOAD", "evil",
                    "DW_A B", "blank",
                    "DW_LINES", "a\nLD_PRELOAD=evil",
                    "DW_NUL", "a\0b"),
                List.of(),
                COMPUTES,
                SITE))
        .allSatisfy(
            environment ->
                assertThat(environment)
                    .containsEntry("NNF_CONTAINER_DOMAIN", "x")
                    .doesNotContainKeys("LD_PRELOAD", "DW_A B", "DW_LINES", "DW_NUL"));
  }

  @Test
  void rootsThatTheJobNeedsAndTheSiteLacksAreNamed() {
    RunnerSite bare = new RunnerSite(Path.of("/k"), "default", Optional.empty(), Map.of(), 1, 1024);

    assertThat(
            ComputeEnvironments.missingRoots(
                directives(
                    "#DW jobdw type=lustre capacity=1GiB name=shared",
                    "#DW jobdw type=gfs2 capacity=1GiB name=local"),
                COMPUTES,
                bare))
        .containsExactly("sharedRoot", "localRoots.rabbit-0", "localRoots.rabbit-1");
    assertThat(ComputeEnvironments.missingRoots(List.of(), COMPUTES, bare)).isEmpty();
  }
}
