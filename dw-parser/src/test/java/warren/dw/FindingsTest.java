package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Wrong scripts with all that is said of them, word for word: {@code findings.txt}. A blank line
 * parts the cases; what stands behind {@code >} is expected; Java's escapes count in the scripts.
 */
class FindingsTest {
  @TestFactory
  Stream<DynamicTest> everyWrongScriptIsToldWhatIsWrongWithIt() throws IOException {
    try (InputStream file = FindingsTest.class.getResourceAsStream("findings.txt")) {
      List<String> cases =
          Arrays.stream(new String(file.readAllBytes(), UTF_8).split("\n\n"))
              .map(String::strip)
              .toList();
      assertThat(cases).hasSizeGreaterThan(40);
      return cases.stream().map(FindingsTest::check);
    }
  }

  private static DynamicTest check(String text) {
    List<String> lines = text.lines().toList();
    String script = lines.stream().filter(line -> !line.startsWith("> ")).collect(joining("\n"));
    String expected =
        lines.stream()
            .filter(line -> line.startsWith("> "))
            .map(line -> line.substring(2))
            .collect(joining("\n"));
    return DynamicTest.dynamicTest(
        script,
        () -> {
          Reading reading = Scripts.read(script.translateEscapes());
          assertThat(Scripts.shown(reading.findings())).isEqualTo(expected);
        });
  }
}
