package warren.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @Test
  void valuesOfEveryTypeAreRead() {
    assertThat(Json.read(" {\"a\": [1, -2, 0, 1.5, 1e3, true, false], \"b\" : {} , \"c\":[]} "))
        .isEqualTo(
            Map.of(
                "a",
                List.of(1L, -2L, 0L, 1.5, 1000.0, true, false),
                "b",
                Map.of(),
                "c",
                List.of()));
    assertThat(Json.read("null")).isNull();
  }

  @Test
  void stringsAreReadAndWritten() {
    assertThat(Json.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\udc07ä🐇\""))
        .isEqualTo("\"\\/\b\f\n\r\tä🐇ä🐇");
    String hard = "a\"b\\c\nd\u0000e🐇\ud83d";
    assertThat(Json.read(Json.quote(hard))).isEqualTo(hard);
    assertThat(Json.quote("ä\n")).isEqualTo("\"ä\\u000a\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "01",
        "1.",
        ".5",
        "1e",
        "-",
        "+1",
        "tru",
        "nul",
        "'a'",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "1 2",
        "{} x",
        "{\"a\":1,\"a\":2}",
        "// a\n1",
        "NaN",
        "99999999999999999999",
        "\"\\u٠٠٠٠\""
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deepTextDoesNotExhaustTheStack() {
    assertThatThrownBy(() -> Json.read("[".repeat(1_000_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("depth");
  }

  @Test
  void fieldsOfAnotherTypeAreNamed() {
    JsonObject json = JsonObject.read("{\"a\":1,\"b\":\"x\",\"c\":[1]}");

    assertThat(json.number("a")).contains(1L);
    assertThat(json.text("absent")).isEmpty();
    assertThat(json.object("absent").text("a")).isEmpty();
    assertThatThrownBy(() -> json.text("a")).hasMessage("a is not a String");
    assertThatThrownBy(() -> json.object("b")).hasMessage("b is not a JSON object");
    assertThatThrownBy(() -> json.texts("c")).hasMessage("c is not a list of strings");
    assertThatThrownBy(() -> json.objects("b")).hasMessage("b is not a list");
    assertThatThrownBy(() -> json.needText("absent")).hasMessage("absent is missing");
  }
}
