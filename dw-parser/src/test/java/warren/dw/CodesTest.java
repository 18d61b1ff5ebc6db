package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodesTest {
  /** The kinds of the reference for DWS, section 2.4. */
  private static final List<String> OF_DWS =
      List.of(
          "missing-prefix",
          "no-command",
          "repeated-arg",
          "unknown-command",
          "bad-key-regex",
          "unsupported-arg",
          "value-required",
          "bad-integer",
          "above-max",
          "below-min",
          "bad-bool",
          "bad-string",
          "bad-pattern-regex",
          "bad-list-word",
          "repeated-list-word",
          "unsupported-type",
          "not-unique",
          "missing-required");

  @Test
  void theKindsOfDwsAreTheCodesOfTheRuleBook() {
    assertThat(Arrays.stream(Codes.values()).filter(c -> c.check() == Codes.Check.RULE_BOOK))
        .extracting(code -> code.code().value())
        .containsAll(OF_DWS)
        .containsOnlyOnceElementsOf(OF_DWS)
        .hasSize(OF_DWS.size() + 2)
        .contains("line-too-long", "more-findings");
  }

  @ParameterizedTest
  @EnumSource
  void everyExampleBringsUpItsCodeAndNoOther(Codes code) {
    CodeExample example = code.example();
    Reading reading = new DirectiveReader(example.book()).read(example.script("job.sh"));

    Set<String> found = new TreeSet<>(Scripts.codes(reading));
    if (code == Codes.MORE_FINDINGS) {
      assertThat(found).containsExactly("more-findings", "repeated-arg");
    } else {
      assertThat(found).containsExactly(code.code().value());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsFoundByItsNameAndSaysWhatItMeansInOneSentence(Codes code) {
    assertThat(Codes.of(code.code())).contains(code);
    assertThat(code.meaning()).matches("[A-Z#c].*[^.]\\.");
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfTheRuleBookIsWhatDwsDoesNotAdmit(Codes code) {
    CodeExample example = code.example();
    Reading reading = new DirectiveReader(example.book()).read(example.script("job.sh"));

    assertThat(reading.admitted()).isEqualTo(code.check() != Codes.Check.RULE_BOOK);
    assertThat(reading.findings()).allSatisfy(f -> assertThat(f.sentence()).matches(".*[.?]"));
  }

  @Test
  void codesOfOthersAreNotAmongThem() {
    assertThat(Codes.of(new Code("unknown-profile"))).isEmpty();
  }
}
