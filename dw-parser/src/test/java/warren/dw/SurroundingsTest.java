package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What would differ with the locale, if the module asked for it. See {@link InTurkish}. */
class SurroundingsTest {
  @Test
  void capitalsWithADottedIAreFoldedAsAsciiHasThem() {
    assertThat(Nearest.of("DESTROY_PERSISTENT", RuleBook.standard().commands()))
        .contains("destroy_persistent");
    assertThat(Codes.IGNORED_LINE.code().value()).isEqualTo("ignored-line");
    assertThat(Scripts.shown(Scripts.slurm("#Dw copy_in").findings())).contains("ignored-line");
  }
}
