package warren.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
  private static final Verdict START = Verdict.NOTHING_YET;

  static Stream<Arguments> verdicts() {
    return Stream.of(
        Arguments.of("all went well", START.scriptEnded(0), 0),
        Arguments.of("the script failed", START.scriptEnded(3), 3),
        Arguments.of("both failed", START.scriptEnded(3).withFailure(), 3),
        Arguments.of("containers failed at the start", START.withFailure(), 121),
        Arguments.of("containers failed at the end", START.scriptEnded(0).withFailure(), 122),
        Arguments.of("the cluster failed at the end", START.scriptEnded(0).withTrouble(), 123),
        Arguments.of("the cluster failed at the start", START.withTrouble(), 123),
        Arguments.of("containers failed, then the cluster", START.withFailure().withTrouble(), 121),
        Arguments.of("nothing was reached", START, 123),
        Arguments.of("the cluster refused the job", START.withRefusal(), 120));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("verdicts")
  void theExitStatusSaysWhoFailed(String what, Verdict verdict, int status) {
    assertThat(verdict.exitStatus()).as(what).isEqualTo(status);
  }
}
