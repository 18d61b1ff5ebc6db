package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The verdicts of DWS on directives by NNF's rules: {@code verdicts.txt}. */
class VerdictsTest {
  @TestFactory
  Stream<DynamicTest> everyVerdictIsThatOfDws() throws IOException {
    try (InputStream file = VerdictsTest.class.getResourceAsStream("verdicts.txt")) {
      List<String> rows =
          new String(file.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
      assertThat(rows).hasSizeGreaterThan(130);
      return rows.stream().map(row -> DynamicTest.dynamicTest(row, () -> check(row)));
    }
  }

  private static void check(String row) {
    int bar = row.indexOf(" |");
    String verdict = row.substring(0, bar);
    String[] directives = row.substring(Math.min(bar + 3, row.length())).split(" ;; ", -1);
    Reading reading =
        Scripts.readList(
            Arrays.stream(directives).map(VerdictsTest::unescaped).toArray(String[]::new));
    Set<String> kinds = new TreeSet<>();
    reading.findings().stream()
        .filter(finding -> Codes.of(finding.code()).orElseThrow().check() == Codes.Check.RULE_BOOK)
        .forEach(finding -> kinds.add(finding.code().value()));

    assertThat(kinds)
        .isEqualTo(
            verdict.equals("ok") ? Set.of() : new TreeSet<>(List.of(verdict.split(",", -1))));
    assertThat(reading.admitted()).isEqualTo(verdict.equals("ok"));
  }

  /** Java's escapes, and those by number that the language has. */
  private static String unescaped(String text) {
    StringBuilder whole = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("\\u"); at >= 0; at = text.indexOf("\\u", from)) {
      whole.append(text, from, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
      from = at + 6;
    }
    return whole.append(text.substring(from)).toString().translateEscapes();
  }
}
