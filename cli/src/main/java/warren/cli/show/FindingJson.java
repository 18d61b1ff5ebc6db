package warren.cli.show;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import warren.dw.Finding;
import warren.dw.Place;

/** Findings, and objects that hold them, as JSON for programs: ASCII only, one object a line. */
public final class FindingJson {
  /** What is no printable ASCII is escaped, so that no terminal, log or locale can spoil it. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private FindingJson() {}

  /** Writes the fields of one object, between its braces. */
  @FunctionalInterface
  public interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** An object as text on one line. */
  public static String object(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.setHighestNonEscapedChar('~');
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter failed", e);
    }
    return text.toString();
  }

  /**
   * Writes the array field {@code findings}. Each has severity, code, directive, line, column,
   * length, message and hint, in this order; what it does not have is null.
   */
  public static void writeAll(Iterable<Finding> findings, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      write(finding, json);
    }
    json.writeEndArray();
  }

  private static void write(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("severity", finding.isError() ? "error" : "warning");
    json.writeStringField("code", finding.code().value());
    writeNumber("directive", finding.directive(), json);
    writeNumber("line", finding.place().map(Place::line), json);
    writeNumber("column", finding.place().map(Place::column), json);
    writeNumber("length", finding.place().map(Place::length), json);
    json.writeStringField("message", finding.message());
    json.writeStringField("hint", finding.hint().orElse(null));
    json.writeEndObject();
  }

  private static void writeNumber(String field, Optional<Integer> number, JsonGenerator json)
      throws IOException {
    json.writeFieldName(field);
    if (number.isPresent()) {
      json.writeNumber(number.get());
    } else {
      json.writeNull();
    }
  }
}
