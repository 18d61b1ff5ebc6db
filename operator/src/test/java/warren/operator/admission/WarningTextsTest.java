package warren.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import warren.dw.Code;
import warren.dw.Finding;

final class WarningTextsTest {
  /** Of two code units each, and one character. */
  private static final String SIGN = "\uD83D\uDC07";

  private static List<Finding> warnings(int number, int length) {
    return Stream.generate(() -> Finding.warning(new Code("any"), SIGN.repeat(length)))
        .limit(number)
        .toList();
  }

  @Test
  void whatFitsIsShownWhole() {
    assertThat(WarningTexts.of(warnings(2, 2048)))
        .containsExactly(SIGN.repeat(2048), SIGN.repeat(2048));
    assertThat(WarningTexts.of(List.of())).isEmpty();
  }

  @Test
  void theLastWarningTellsHowManyMoreThereAre() {
    assertThat(WarningTexts.of(warnings(2, 2049)))
        .containsExactly(SIGN.repeat(2049), "And 1 more: warren profile lint shows all warnings.");
    List<String> many = WarningTexts.of(warnings(41, 100));
    assertThat(many).hasSize(41).endsWith("And 1 more: warren profile lint shows all warnings.");
  }
}
