package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a script is read, and how much is told of it. */
class TextLimitsTest {
  @Test
  void aDirectiveOfTheLongestLengthIsReadAndOneOfOneMoreIsNot() {
    String start = "#DW copy_in destination=/lus/a source=/";
    String longest = start + "x".repeat(DirectiveLine.LONGEST - start.length());

    assertThat(Scripts.readList(longest).accepted()).isTrue();
    assertThat(Scripts.read(longest).accepted()).isTrue();
    assertThat(Scripts.codes(Scripts.readList(longest + "x"))).containsExactly("line-too-long");
    assertThat(Scripts.codes(Scripts.read(longest + "x"))).containsExactly("line-too-long");
  }

  @Test
  void behindMoreBlanksThanIsReadNothingIsLookedFor() {
    JobScript script = Scripts.slurm(" ".repeat(DirectiveLine.LONGEST + 1) + "#DW x");

    assertThat(script.directives()).isEmpty();
    assertThat(script.findings()).isEmpty();
  }

  @Test
  void linesPassedOverAreToldOfAHundredTimes() {
    List<Finding> findings =
        Scripts.slurm(Collections.nCopies(200, "#DW").toArray(String[]::new)).findings();

    assertThat(findings).hasSize(100);
    assertThat(findings.get(98).message())
        .isEqualTo("This line is not read as a directive: nothing stands behind '#DW'.");
    assertThat(findings.get(99).message())
        .isEqualTo("This line is not read as a directive: like many others before.");
  }
}
