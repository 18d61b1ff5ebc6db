package warren.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

final class AnswerTextsTest {
  /** Of two code units each, and one character. */
  private static final String SIGN = "\uD83D\uDC07";

  private static List<Finding> warnings(int number, int length) {
    return Stream.generate(() -> Finding.warning(new Code("any"), SIGN.repeat(length)))
        .limit(number)
        .toList();
  }

  @Test
  void whatFitsIsShownWhole() {
    assertThat(AnswerTexts.warnings(warnings(2, 2048), "warren profile lint"))
        .containsExactly(SIGN.repeat(2048), SIGN.repeat(2048));
    assertThat(AnswerTexts.warnings(List.of(), "warren profile lint")).isEmpty();
  }

  @Test
  void theLastWarningTellsHowManyMoreThereAre() {
    assertThat(AnswerTexts.warnings(warnings(2, 2049), "warren profile lint"))
        .containsExactly(SIGN.repeat(2049), "And 1 more: warren profile lint shows all warnings.");
    List<String> many = AnswerTexts.warnings(warnings(41, 100), "warren profile lint");
    assertThat(many).hasSize(41).endsWith("And 1 more: warren profile lint shows all warnings.");
  }

  @Test
  void aRefusalIsALineForEachErrorAndNamesTheDirective() {
    Finding one = Finding.error(new Code("any"), Blame.USER, "One.").hint("Do this.").about(3);
    Finding two = Finding.error(new Code("any"), Blame.INTERNAL, "Two.");

    assertThat(AnswerTexts.errors(List.of(one), "warren check"))
        .isEqualTo("DW Directive 3: One. Do this.");
    assertThat(AnswerTexts.errors(List.of(one, two), "warren check"))
        .isEqualTo("\nDW Directive 3: One. Do this.\nTwo.");
    assertThat(AnswerTexts.errors(Collections.nCopies(52, two), "warren check").lines())
        .hasSize(52)
        .endsWith("Two.", "And 2 more: warren check shows all errors.");
  }
}
