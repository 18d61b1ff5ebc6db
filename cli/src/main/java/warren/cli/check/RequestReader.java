package warren.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.cli.show.SafeText;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Nearest;
import warren.dw.RuleBook;
import warren.rules.RuleFile;
import warren.submission.Form;
import warren.submission.Submission;

/** Reads the lines of {@code --input json}. */
final class RequestReader {
  /** The driver of rules that name none, where the request does not name their object. */
  static final String RULES_NAME = "nnf";

  /** The source of directives that were found in a request's script. */
  static final String SCRIPT = "script";

  private static final Set<String> FIELDS =
      Set.of("id", "dwDirectives", SCRIPT, "rules", "rulesName");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private final Checker checker;
  private String lastRules = "";
  private RuleBook lastBook;

  RequestReader(Checker checker) {
    this.checker = checker;
    this.lastBook = checker.book();
  }

  /**
   * A line that is a JSON object.
   *
   * @param id the request's id as JSON, {@code null} when it has none
   */
  record Envelope(String id, JsonNode fields) {}

  Envelope open(byte[] line) throws BadRequestException {
    try {
      JsonNode fields = JSON.readTree(line);
      if (!fields.isObject()) {
        throw new BadRequestException("it is no JSON object: " + shape());
      }
      return new Envelope(
          JSON.writeValueAsString(fields.path("id").isMissingNode() ? null : fields.get("id")),
          fields);
    } catch (JsonProcessingException malformed) {
      throw new BadRequestException("it is no JSON: " + reason(malformed));
    } catch (IOException malformed) {
      throw new BadRequestException("it is no JSON: its bytes are no UTF-8 text");
    }
  }

  /** The library's words up to where they speak of its own settings and classes. */
  private static String reason(JacksonException malformed) {
    String what = malformed.getOriginalMessage().split("[:(]", 2)[0].strip();
    return SafeText.oneLine(what)
        + (malformed.getLocation() == null
            ? ""
            : ", in column " + malformed.getLocation().getColumnNr());
  }

  private static String shape() {
    return "write {\"id\":..., \"dwDirectives\":[...]} or {\"id\":..., \"script\":\"...\"}";
  }

  Request read(Envelope envelope) throws BadRequestException {
    JsonNode fields = envelope.fields();
    for (String field : (Iterable<String>) fields::fieldNames) {
      if (!FIELDS.contains(field)) {
        throw new BadRequestException(
            "there is no field '"
                + field
                + "'"
                + Nearest.of(field, FIELDS)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse(""));
      }
    }
    return new Request(submission(fields), book(fields));
  }

  private Submission submission(JsonNode fields) throws BadRequestException {
    Optional<JsonNode> directives = given(fields, "dwDirectives");
    Optional<JsonNode> script = given(fields, SCRIPT);
    if (directives.isPresent() == script.isPresent()) {
      throw new BadRequestException(
          "it has "
              + (script.isPresent() ? "both" : "neither")
              + " dwDirectives and script: "
              + shape());
    }
    return script.isPresent()
        ? checker.submission(SCRIPT, text(SCRIPT, script.get()).getBytes(UTF_8))
        : new Submission(
            Form.LIST,
            Optional.empty(),
            JobScript.ofDirectives(texts("dwDirectives", directives.get())));
  }

  private RuleBook book(JsonNode fields) throws BadRequestException {
    Optional<JsonNode> rules = given(fields, "rules");
    Optional<JsonNode> name = given(fields, "rulesName");
    String driver = name.isPresent() ? text("rulesName", name.get()) : RULES_NAME;
    return rules.isPresent() ? book(driver, rules.get().toString()) : checker.book();
  }

  /** Whoever asks often brings the same rules each time: the last ones are kept. */
  private RuleBook book(String name, String rules) throws BadRequestException {
    String key = name + "\n" + rules;
    if (!key.equals(lastRules)) {
      RuleFile file = RuleFile.ofSpec("rules", name, rules.getBytes(UTF_8));
      if (!file.accepted()) {
        throw new BadRequestException(
            file.findings().stream()
                .filter(Finding::isError)
                .map(Finding::sentence)
                .map(SafeText::oneLine)
                .collect(joining(" ")));
      }
      lastBook =
          RuleBook.of(file.objects()).withContainersPerJob(checker.book().containersPerJob());
      lastRules = key;
    }
    return lastBook;
  }

  /** What is null counts as not given. */
  private static Optional<JsonNode> given(JsonNode fields, String field) {
    return Optional.ofNullable(fields.get(field)).filter(value -> !value.isNull());
  }

  private static List<String> texts(String field, JsonNode list) throws BadRequestException {
    if (!list.isArray()) {
      throw new BadRequestException(field + " is no list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      texts.add(text(field + "[" + i + "]", list.get(i)));
    }
    return texts;
  }

  private static String text(String field, JsonNode value) throws BadRequestException {
    if (!value.isTextual()) {
      throw new BadRequestException(field + " is no text");
    }
    if (!UTF_8.newEncoder().canEncode(value.textValue())) {
      throw new BadRequestException(
          field + " holds half of a surrogate pair, which is no character");
    }
    return value.textValue();
  }
}
