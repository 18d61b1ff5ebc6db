package warren.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
  private static final WorkflowIdentity WORKFLOW = new WorkflowIdentity("default", "wf", "uid-1");
  private static final DirectiveIdentity FIRST = new DirectiveIdentity(WORKFLOW, 1, 0);
  private static final DirectiveIdentity SECOND = new DirectiveIdentity(WORKFLOW, 3, 1);

  @Test
  void theFirstContainerDirectiveHasUpstreamsNames() {
    assertThat(Names.service(FIRST)).isEqualTo("wf");
    assertThat(Names.job(FIRST, "rabbit-0")).isEqualTo("wf-rabbit-0");
    assertThat(Names.mpiJob(FIRST)).isEqualTo("wf");
    assertThat(Names.pinnedProfile(FIRST)).isEqualTo("wf-1");
    assertThat(Names.variable(FIRST, "NNF_CONTAINER_DOMAIN", "in-dexer"))
        .isEqualTo("NNF_CONTAINER_DOMAIN");
    assertThat(Labels.of(FIRST)).containsEntry("nnf.cray.hpe.com/container", "wf");
  }

  @Test
  void furtherOnesHaveTheirOwn() {
    assertThat(Names.service(SECOND)).isEqualTo("wf-c2");
    assertThat(Names.job(SECOND, "rabbit-0")).isEqualTo("wf-c2-rabbit-0");
    assertThat(Names.mpiJob(SECOND)).isEqualTo("wf-c2");
    assertThat(Names.mpiLauncher(SECOND)).isEqualTo("wf-c2-launcher");
    assertThat(Names.mpiWorker(SECOND, 1)).isEqualTo("wf-c2-worker-1");
    assertThat(Names.pinnedProfile(SECOND)).isEqualTo("wf-3");
    assertThat(Names.variable(SECOND, "NNF_CONTAINER_DOMAIN", "in-dexer"))
        .isEqualTo("NNF_CONTAINER_DOMAIN_in_dexer");
    assertThat(Labels.of(SECOND))
        .containsEntry("nnf.cray.hpe.com/container", "wf-c2")
        .containsEntry("nnf.cray.hpe.com/directive_index", "3");
  }

  @Test
  void theCopyOfAPullSecretIsNamedAfterWorkflowDirectiveAndSecret() {
    assertThat(Names.pullSecret(FIRST, "readonly")).isEqualTo("wf-1-pull-readonly");
  }

  @ParameterizedTest
  @CsvSource({"243, 253", "244, 18", "253, 18"})
  void aPullSecretWhoseNameDoesNotFitIsToldByItsHash(int length, int copy) {
    String secret = "s".repeat(length);

    assertThat(Names.pullSecret(FIRST, secret)).hasSize(copy).startsWith("wf-1-pull-");
    assertThat(Names.pullSecret(FIRST, secret))
        .isNotEqualTo(Names.pullSecret(FIRST, secret.substring(1) + "t"));
  }
}
