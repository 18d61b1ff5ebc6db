package warren.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
  @Test
  void theCopyOfAPullSecretIsNamedAfterWorkflowDirectiveAndSecret() {
    assertThat(Names.pullSecret("wf", 1, "readonly")).isEqualTo("wf-1-pull-readonly");
  }

  @ParameterizedTest
  @CsvSource({"243, 253", "244, 18", "253, 18"})
  void aPullSecretWhoseNameDoesNotFitIsToldByItsHash(int length, int copy) {
    String secret = "s".repeat(length);

    assertThat(Names.pullSecret("wf", 1, secret)).hasSize(copy).startsWith("wf-1-pull-");
    assertThat(Names.pullSecret("wf", 1, secret))
        .isNotEqualTo(Names.pullSecret("wf", 1, secret.substring(1) + "t"));
  }
}
