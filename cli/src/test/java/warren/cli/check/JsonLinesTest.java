package warren.cli.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static warren.cli.check.Called.withInput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class JsonLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD =
      "{\"id\":%s,\"dwDirectives\":[\"#DW jobdw type=xfs capacity=1KB name=ab\"]}";

  private static Called ask(String... lines) {
    return withInput(String.join("\n", lines), "--input", "json");
  }

  private static List<JsonNode> answers(Called called) {
    return called.out().lines().map(JsonLinesTest::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  @Test
  void answersComeInTheSameOrderWithTheIdGiven() {
    Called called =
        ask(
            GOOD.formatted("7"),
            "",
            GOOD.formatted("{\"a\": [1.50]}"),
            GOOD.formatted("\"é\""),
            GOOD.formatted("null"));

    assertThat(called.status()).isZero();
    assertThat(called.err()).isEmpty();
    assertThat(called.out().lines().map(line -> line.substring(0, line.indexOf(",\"source\""))))
        .containsExactly(
            "{\"id\":7", "{\"id\":{\"a\":[1.50]}", "{\"id\":\"\\u00E9\"", "{\"id\":null");
    assertThat(answers(called))
        .allSatisfy(
            answer -> {
              assertThat(answer.get("source").asText()).isEqualTo("spec.dwDirectives");
              assertThat(answer.get("accepted").asBoolean()).isTrue();
            });
  }

  @Test
  void aScriptIsReadInTheDialectOfTheCall() {
    String line = "{\"id\":1,\"script\":\"\\n  #DW persistentdw name=keep\\n\"}";

    JsonNode slurm = answers(ask(line)).getFirst();
    assertThat(slurm.get("form").asText()).isEqualTo("slurm-script");
    assertThat(slurm.get("directives")).isEmpty();
    JsonNode flux = answers(withInput(line, "--input", "json", "--dialect", "flux")).getFirst();
    assertThat(flux.get("source").asText()).isEqualTo("script");
    assertThat(flux.get("form").asText()).isEqualTo("flux-attribute");
    assertThat(flux.get("directives").get(0).get("line").asInt()).isEqualTo(2);
  }

  @Test
  void theLineOfADirectiveIsItsPlaceInTheList() {
    JsonNode finding =
        answers(ask("{\"dwDirectives\":[\"#DW persistentdw name=keep\",\"#DW\"]}"))
            .getFirst()
            .get("findings")
            .get(0);

    assertThat(finding.get("code").asText()).isEqualTo("no-command");
    assertThat(finding.get("directive").asInt()).isEqualTo(1);
    assertThat(finding.get("line").asInt()).isEqualTo(2);
  }

  @Test
  void rulesOfALineCountForItAlone() {
    String rules =
        "\"rules\":[{\"command\":\"burst\",\"watchStates\":\"Setup,Teardown\",\"ruleDefs\":[]}]";
    String ask = "{\"id\":1,\"dwDirectives\":[\"#DW burst\"],%s}";
    Called called =
        ask(
            ask.formatted(rules),
            ask.formatted(rules + ",\"rulesName\":\"site\""),
            ask.formatted("\"rules\":[]"),
            GOOD.formatted("2"));

    assertThat(answers(called))
        .extracting(
            answer ->
                answer
                    .get("directives")
                    .get(0)
                    .get("registrations")
                    .path(0)
                    .path("driver")
                    .asText())
        .containsExactly("nnf", "site", "", "warren-storage");
    assertThat(answers(called))
        .extracting(answer -> answer.get("admitted").asBoolean())
        .containsExactly(true, true, false, true);
    assertThat(called.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                              | it is no JSON object: write {"id":..., "dwDirectives":[...]} or {"id":..., "script":"..."}
          {"id":3                          | it is no JSON: Unexpected end-of-input, in column 8
          nonsense                         | it is no JSON: Unrecognized token 'nonsense', in column 9
          {"id":1,"id":1}                  | it is no JSON: Duplicate field 'id', in column 13
          {"script":""} x                  | it is no JSON: Unrecognized token 'x', in column 16
          {"id":1}                         | it has neither dwDirectives and script: write {"id":..., "dwDirectives":[...]} or {"id":..., "script":"..."}
          {"script":"","dwDirectives":[]}  | it has both dwDirectives and script: write {"id":..., "dwDirectives":[...]} or {"id":..., "script":"..."}
          {"dwDirective":[]}               | there is no field 'dwDirective'; did you mean 'dwDirectives'?
          {"dwDirectives":"#DW"}           | dwDirectives is no list of texts
          {"dwDirectives":["#DW",1]}       | dwDirectives[1] is no text
          {"script":1}                     | script is no text
          {"script":"\\ud800"}             | script holds half of a surrogate pair, which is no character
          {"script":"","rules":{}}         | The rules are no list. Give the list that stands in a DWDirectiveRule's spec.
          {"script":"","rules":[{}]}       | rules[0].command is missing. rules[0].ruleDefs is missing.
          {"script":"","rules":[],"rulesName":1} | rulesName is no text
          """)
  void aBrokenLineIsAnsweredAndTheRestGoesOn(String line, String error) {
    Called called = ask(line, GOOD.formatted("2"));

    assertThat(called.status()).isEqualTo(2);
    assertThat(answers(called)).hasSize(2);
    ObjectNode first = (ObjectNode) answers(called).getFirst();
    assertThat(first.get("error").asText()).isEqualTo(error);
    assertThat(first.get("line").asInt()).isEqualTo(1);
    assertThat(answers(called).get(1).get("accepted").asBoolean()).isTrue();
  }

  @Test
  void bytesThatAreNoTextAreABrokenLine() {
    Called called =
        withInput(
            "{\"script\":\"\u00e9\"}\n{\"script\":\"\"}".getBytes(ISO_8859_1), "--input", "json");

    assertThat(answers(called).getFirst().get("error").asText()).startsWith("it is no JSON: ");
    assertThat(answers(called).get(1).get("accepted").asBoolean()).isTrue();
  }

  @Test
  void aLineTooLongIsNotKept() throws IOException {
    LineStream lines =
        new LineStream(
            new java.io.ByteArrayInputStream("12345\n\n123".getBytes(StandardCharsets.US_ASCII)),
            4);

    assertThat(lines.next()).hasValueSatisfying(line -> assertThat(line).hasSize(4));
    assertThat(lines.cut()).isTrue();
    assertThat(lines.next()).hasValueSatisfying(line -> assertThat(line).isEmpty());
    assertThat(lines.cut()).isFalse();
    assertThat(lines.next()).hasValueSatisfying(line -> assertThat(line).hasSize(3));
    assertThat(lines.number()).isEqualTo(3);
    assertThat(lines.next()).isEmpty();
  }

  @Test
  void textIsNotAFormatForIt() {
    assertThat(withInput("", "--input", "json", "--format", "text").status()).isEqualTo(2);
    assertThat(withInput("", "--input", "json", "--format", "json").status()).isZero();
  }

  @Test
  void eachLineIsAnsweredBeforeTheNextIsAsked() throws Exception {
    PipedOutputStream questions = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(questions, 1 << 16);
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new CheckCommand(in)).setOut(new PrintWriter(out));
    Thread check = Thread.ofPlatform().start(() -> command.execute("--input", "json"));
    for (int asked = 1; asked <= 3; asked++) {
      int answered = asked;
      questions.write((GOOD.formatted(asked) + "\n").getBytes(StandardCharsets.UTF_8));
      questions.flush();
      Awaitility.await()
          .atMost(java.time.Duration.ofMinutes(1))
          .until(() -> out.toString().lines().count() == answered);
    }
    questions.close();
    check.join();
  }

  @Test
  void hundredsOfLinesAreOneCall() {
    Called called =
        ask(IntStream.range(0, 500).mapToObj(id -> GOOD.formatted(id)).toArray(String[]::new));

    assertThat(answers(called))
        .extracting(answer -> answer.get("id").asInt())
        .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
  }
}
