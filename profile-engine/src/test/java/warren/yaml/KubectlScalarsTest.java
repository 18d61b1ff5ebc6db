package warren.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubectlScalarsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          yes        | true
          'yes'      | "yes"
          y          | true
          off        | false
          Null       | null
          ~          | null
          0644       | 420
          0o644      | 420
          0x1F       | 31
          -0b11      | -3
          08         | 8
          1_000      | 1000
          4294967296 | 4294967296
          99999999999999999999 | 99999999999999999999
          .5         | 0.5
          1e3        | 1000.0
          1:30       | "1:30"
          2026-11-21 | "2026-11-21"
          v1         | "v1"
          !!str 5    | "5"
          !!int "5"  | 5
          [1, {a: b}] | [1,{"a":"b"}]
          """)
  void aValueIsWhatItIsToKubectl(String written, String json) {
    YamlText text = YamlText.read("f.yaml", ("- " + written).getBytes(UTF_8));

    assertThat(text.findings()).isEmpty();
    assertThat(YamlTree.of(text.documents().getFirst()).node().get(0)).hasToString(json);
  }
}
