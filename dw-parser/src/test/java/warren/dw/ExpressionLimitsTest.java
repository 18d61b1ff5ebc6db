package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions at their limits: what only looks like a group or a repetition does not count. */
class ExpressionLimitsTest {
  static Stream<String> allowed() {
    return Stream.of(
        "a".repeat(5_000),
        "(".repeat(199) + ")".repeat(199),
        "(a)".repeat(300),
        "\\(".repeat(300),
        "\\Q(\\E".repeat(300),
        "\\Q" + "(".repeat(300),
        "[(]".repeat(300),
        "[](]".repeat(300),
        "[^](]".repeat(300),
        "[[:alpha:](]".repeat(300),
        "[\\](]".repeat(300),
        "[(",
        ")",
        "a{1000}b{1000}c{1000}d{1000}e{1000}",
        "(aaaa){1000}",
        "(?:a{2}){500}",
        "(?:a{500,}){2}",
        "(?:a{1000}){0}",
        "(?:a{1000}){1}",
        "[a]{1000}",
        "{1000000}",
        "a{,1000000}");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource
  void allowed(String expression) {
    assertThat(ExpressionLimits.exceededBy(expression)).isFalse();
  }

  static Stream<String> exceeding() {
    return Stream.of(
        "a".repeat(5_001),
        "(".repeat(200),
        "[)]" + "(".repeat(200),
        "[a]" + "(".repeat(200) + ":]",
        "\\Q(\\E" + "(".repeat(200),
        "a{1001}",
        "(?:a{2}){501}",
        "(?:a{501,}){2}",
        "(?:a{0,501}){2}",
        "(?:(?:a{2}){26}b){20}",
        "(?:a{900}|b){2}",
        "(?:a{900}*){2}",
        "[ab]{1001}",
        "\\d{1001}",
        "a{1000}b{1000}c{1000}d{1000}e{1000}f",
        "([ab][ab][ab][ab][ab]){1000}",
        "(\\d\\d\\d\\d\\d){1000}",
        "(aaaaa){1000}",
        "({{{{{){1000}");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource
  void exceeding(String expression) {
    assertThat(ExpressionLimits.exceededBy(expression)).isTrue();
  }
}
