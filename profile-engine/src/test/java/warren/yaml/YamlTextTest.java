package warren.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import warren.dw.Finding;
import warren.dw.Place;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;
import warren.yaml.YamlValue.Scalar;

class YamlTextTest {
  private static YamlText read(String text) {
    return YamlText.read("f.yaml", text.getBytes(UTF_8));
  }

  private static MapValue map(String text) {
    YamlText read = read(text);
    assertThat(read.findings()).isEmpty();
    return (MapValue) read.documents().getFirst();
  }

  @Test
  void valuesKnowTheirPlaces() {
    MapValue map = map("a: one\nb:\n  - 2\n  - {c: \"é\", d: ~}\n");

    assertThat(map.value("a")).contains(new Scalar(at(1, 4, 3), "one", Scalar.Type.TEXT));
    assertThat(map.entries().get("b").place()).isEqualTo(at(2, 1, 1));
    ListValue list = (ListValue) map.value("b").orElseThrow();
    assertThat(list.place()).isEqualTo(at(3, 3, 1));
    assertThat(list.items().getFirst())
        .isEqualTo(new Scalar(at(3, 5, 1), "2", Scalar.Type.INTEGER));
    MapValue inner = (MapValue) list.items().get(1);
    assertThat(inner.value("c")).contains(new Scalar(at(4, 9, 3), "é", Scalar.Type.TEXT));
    assertThat(inner.value("d")).map(YamlValue::kind).contains("nothing");
  }

  @Test
  void jsonIsYaml() {
    assertThat(map("{\"a\":\t\"\\u00e9\\/\",\n\t\"b\": [true, 1.5]}").value("a"))
        .contains(new Scalar(at(1, 7, 10), "é/", Scalar.Type.TEXT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {<<: {a: 1, b: 2}, b: 3, c: 4}      | {"a":1,"b":3,"c":4}
          {<<: [{a: 1}, {a: 2, b: 2}], c: 4}  | {"a":1,"b":2,"c":4}
          {x: &x {a: 1}, y: {<<: *x, b: 2}}   | {"x":{"a":1},"y":{"a":1,"b":2}}
          {c: 4, <<: {a: 1}}                  | {"c":4,"a":1}
          {<<: {}}                            | {}
          {"<<": {a: 1}}                      | {"<<":{"a":1}}
          """)
  void aMergeKeyMeansWhatItMeansToKubectl(String text, String json) {
    assertThat(YamlTree.of(map(text)).node()).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {<<: text}                | 1:2: The key '<<' has a text, not a map. Give it a map, or a list of maps: their keys are taken over.
          {<<: [{a: 1}, 2]}         | 1:2: The key '<<' has a whole number, not a map. Give it a map, or a list of maps: their keys are taken over.
          {a: 1, <<: {a: 2}}        | 1:8: The key 'a' is of the map and of '<<' behind it. Put '<<' first: kubectl takes what comes last, other readers do not.
          {<<: {a: 1}, <<: {b: 1}}  | 1:14: The key '<<' is repeated. Keep one; line 1 has the first.
          {<<: {a: 1}, a: 2, a: 3}  | 1:20: The key 'a' is repeated. Keep one; line 1 has the first.
          """)
  void whatAMergeKeyCannotBeIsTold(String text, String expected) {
    assertThat(read(text).findings())
        .extracting(f -> f.place().orElseThrow().toString().substring(7) + ": " + f.sentence())
        .containsExactly(expected);
  }

  @Test
  void emptyDocumentsAreNone() {
    assertThat(read("---\n---\na: 1\n---\n# nothing\n").documents()).hasSize(1);
    assertThat(read("").documents()).isEmpty();
  }

  @Test
  void aListIsOpened() {
    assertThat(read("kind: List\nitems: [{kind: A}, {kind: B}]\n---\nkind: C\n").resources())
        .hasSize(3);
  }

  @Test
  void anAliasIsWhatItStandsFor() {
    assertThat(map("a: &x {b: 1}\nc: *x\n").value("c")).map(YamlValue::kind).contains("a map");
  }

  private static Place at(int line, int column, int length) {
    return new Place("f.yaml", line, column, length);
  }

  static Stream<Arguments> faults() {
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + Stream.iterate('b', c -> (char) (c + 1))
                .limit(9)
                .map(c -> c + ": &" + c + " [" + ("*" + (char) (c - 1) + " ,").repeat(10) + "x]\n")
                .reduce("", String::concat);
    return Stream.of(
        Arguments.of(
            "a: 1\nb: 2\na: 3\n",
            "f.yaml:3:1 The key 'a' is repeated. Keep one; line 1 has the first."),
        Arguments.of("? [a]\n: 1\n", "f.yaml:1:3 A key is no text."),
        Arguments.of(
            "a: [1\n", "f.yaml:2:1 This is no YAML: expected ',' or ']', but got <stream end>."),
        Arguments.of("a: *b\n", "f.yaml:1:4 This is no YAML: found undefined alias b."),
        Arguments.of(
            "a: &x [*x]\n",
            "f.yaml:1:1 Aliases make this document endless, or nearly so. Write it without anchors and aliases."),
        Arguments.of(
            bomb,
            "f.yaml:1:1 Aliases make this document endless, or nearly so. Write it without anchors and aliases."),
        Arguments.of(
            "[".repeat(100_000),
            "f.yaml:1:1 Lists and maps stand more than 100 deep in each other."),
        Arguments.of(
            "#".repeat(YamlText.LONGEST + 1),
            "f.yaml:1:1 The text is too long. At most 3145728 characters."),
        Arguments.of(
            "a: \u0001\n", "f.yaml:1:1 This is no YAML: special characters are not allowed."));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatIsWrongHasAPlace(String text, String expected) {
    YamlText read = read(text);

    assertThat(read.documents()).isEmpty();
    assertThat(shown(read.findings())).containsExactly(expected);
  }

  @Test
  void bytesThatAreNoTextAreAFinding() {
    assertThat(shown(YamlText.read("f.yaml", "a: é".getBytes(ISO_8859_1)).findings()))
        .containsExactly("f.yaml:1:1 The text is not UTF-8. Save it in UTF-8.");
  }

  private static List<String> shown(List<Finding> findings) {
    return findings.stream().map(f -> f.place().orElseThrow() + " " + f.sentence()).toList();
  }
}
