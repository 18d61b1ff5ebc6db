package warren.dw;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go's regexp does with the same expressions, tried with Go 1.26. */
class ExpressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          name ; rename ; true
          ^name ; rename ; false
          ^(a|b)$ ; a ; true
          ^(a|b)$ ; ab ; false
          ^a|b$ ; ac ; true
          ^a|b$ ; cb ; true
          ^(a|)$ ; x ; false
          ^a$ ; a ; true
          ^a$ ; aa ; false
          ^{a}$ ; {a} ; true
          a{2,1 ; a{2,1 ; true
          (?P<n>x) ; axb ; true
          (?i)^true$ ; TRUE ; true
          [[:alpha:]] ; 1a ; true
          ^[]()]{3}$ ; ])( ; true
          \\Q(((\\E ; (( ; false
          \\Q(((\\E ; ((( ; true
          (?:a{20}){50} ; a ; false
          """)
  void isSearchedForAsGoDoes(String expression, String text, boolean found) {
    Expression tried = Expression.of(expression);

    assertThat(tried.broken()).isFalse();
    assertThat(tried.foundIn(text)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "a**",
        "a{2}{3}",
        "(?=a)",
        "(a)\\1",
        "a{1001}",
        "(?:a{1000}){50}",
        "(?:a{20}b){51}",
        "(?:a{400,}){3,}",
        "(?:(?:a{900})*){2}",
        "\\Z"
      })
  void whatGoRefusesIsBroken(String expression) {
    assertThat(Expression.of(expression).broken()).isTrue();
    assertThat(Expression.of(expression).foundIn("a")).isFalse();
  }

  static Stream<String> tooLarge() {
    return Stream.of(
        "(".repeat(100_000),
        "(".repeat(5_000) + "a" + ")".repeat(5_000),
        "(?:a?)".repeat(50_000),
        "((((a{30}){30}){30}){30}){30}",
        "a{1000}".repeat(1_000),
        IntStream.range(0, 50_000).mapToObj(i -> "x.y" + i).collect(joining("|")));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("tooLarge")
  void whatWouldCostTooMuchIsBrokenWithoutBeingTried(String tooLarge) {
    assertThat(Expression.of(tooLarge).broken()).isTrue();
  }

  @Test
  void whatIsJustAllowedIsUsedWithoutExhaustingTheStack() {
    assertThat(Expression.of("(".repeat(199) + "a" + ")".repeat(199)).foundIn("cab")).isTrue();
    assertThat(Expression.of("(?:a?)".repeat(800)).foundIn("")).isTrue();
    assertThat(Expression.of("a{1000}".repeat(4)).foundIn("a".repeat(4_000))).isTrue();
  }

  @Test
  void aListOfWordsMayBeAsLongAsItLikes() {
    String words = String.join("|", IntStream.range(0, 50_000).mapToObj(i -> "w" + i).toList());
    Expression list = Expression.of("^(" + words + ")$");

    assertThat(list.foundIn("w49999")).isTrue();
    assertThat(list.foundIn("w50000")).isFalse();
  }
}
