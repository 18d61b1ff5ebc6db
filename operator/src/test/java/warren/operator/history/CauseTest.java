package warren.operator.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CauseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The API server does not answer since 2026-11-30T09:00:00Z; next try at 09:00:05. | The API server does not answer since 2026-11-30T09:00:00Z; next try at 09:00:25.
          2 of 4 containers are ready.                    | 3 of 4 containers are ready.
          Tried again in 1m0.5s.                          | Tried again in 2s.
          DW Directive 1: The containers are being started. | The containers are being started.
          """)
  void numbersAndTimesMakeNoNews(String one, String other) {
    assertThat(Cause.of(one)).isEqualTo(Cause.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The image does not start on rabbit-0.  | The image does not start on rabbit-1.
          The directories on node7 are left.     | The directories on node8 are left.
          Image app:v1.2 does not exist.         | Image app:v1.3 does not exist.
          The containers are being started.      | The containers are being stopped.
          """)
  void namesDo(String one, String other) {
    assertThat(Cause.of(one)).isNotEqualTo(Cause.of(other));
  }
}
