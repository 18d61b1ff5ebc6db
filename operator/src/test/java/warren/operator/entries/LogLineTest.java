package warren.operator.entries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LogLineTest {
  @Test
  void whatIsHarmlessStaysAsItIs() {
    assertThat(LogLine.of("Größe: 1 GiB – 日本 😀")).isEqualTo("Größe: 1 GiB – 日本 😀");
  }

  @Test
  void nobodyWritesALineOfHisOwnOrSteersATerminal() {
    assertThat(LogLine.of("a\n12:00 INFO all is well\u2028b\r\u001b[2Jc\u202ed"))
        .isEqualTo("a 12:00 INFO all is well b\uFFFD\uFFFD[2Jc\uFFFDd");
  }

  @Test
  void longTextIsCutOff() {
    assertThat(LogLine.of("x".repeat(5_000))).isEqualTo("x".repeat(LogLine.LENGTH) + "…");
  }
}
