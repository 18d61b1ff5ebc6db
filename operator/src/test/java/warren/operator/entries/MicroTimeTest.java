package warren.operator.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MicroTimeTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.000012S, 12µs",
    "PT0.001500S, 1.5ms",
    "PT1.500003S, 1.500003s",
    "PT60S, 1m0s",
    "PT61.25S, 1m1.25s",
    "PT3723S, 1h2m3s",
    "PT-5S, 0s"
  })
  void elapsedTimeIsWrittenAsGoDoes(Duration duration, String text) {
    assertThat(MicroTime.elapsed(duration)).isEqualTo(text);
  }

  @Test
  void whatIsWrittenReadsBack() {
    Instant instant = Instant.parse("2026-11-21T10:00:00.123456Z");

    assertThat(MicroTime.text(instant)).isEqualTo("2026-11-21T10:00:00.123456Z");
    assertThat(MicroTime.read(MicroTime.text(instant))).isEqualTo(instant);
  }
}
