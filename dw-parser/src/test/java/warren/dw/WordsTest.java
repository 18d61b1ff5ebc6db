package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void whiteSpaceIsUnicodesPropertyOf25CodePoints() {
    int[] expected =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(point -> Character.toString(point).matches("\\p{IsWhite_Space}"))
            .toArray();

    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Words::isSpace))
        .containsExactly(Arrays.stream(expected).boxed().toArray(Integer[]::new))
        .hasSize(25);
  }

  @Test
  void theGrammarPartsWordsAtExactlyThese() {
    assertThat(IntStream.rangeClosed(0, 0x3100).filter(WordsTest::parts))
        .hasSize(25)
        .allMatch(Words::isSpace);
  }

  private static boolean parts(int point) {
    String text = "#DW copy_in" + Character.toString(point) + "source=/a destination=/b";
    return Scripts.readList(text).accepted();
  }
}
