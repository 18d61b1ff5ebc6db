package warren.cli.check;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import warren.cli.show.FindingJson;
import warren.dw.Argument;
import warren.dw.ReadDirective;
import warren.dw.Reading;
import warren.dw.Registration;
import warren.submission.Submission;

/** What was read of a script, as the fields of a JSON object. */
record ReadingJson(Submission submission, Reading reading) {
  void write(JsonGenerator json) throws IOException {
    json.writeStringField("source", submission.script().source());
    json.writeStringField("form", submission.form().word());
    json.writeBooleanField("admitted", reading.admitted());
    json.writeBooleanField("accepted", reading.accepted());
    json.writeArrayFieldStart("directives");
    for (ReadDirective directive : reading.lines()) {
      write(directive, json);
    }
    json.writeEndArray();
    FindingJson.writeAll(reading.findings(), json);
  }

  private static void write(ReadDirective directive, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", directive.line().index());
    json.writeNumberField("line", directive.line().place().line());
    json.writeStringField("text", directive.line().text());
    json.writeStringField("command", directive.command().orElse(null));
    json.writeObjectFieldStart("arguments");
    for (Map.Entry<String, Optional<String>> argument : arguments(directive).entrySet()) {
      json.writeStringField(argument.getKey(), argument.getValue().orElse(null));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("registrations");
    for (Registration registration : directive.registrations()) {
      json.writeStartObject();
      json.writeStringField("driver", registration.driver());
      json.writeStringField("state", registration.state().word());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Of an argument given twice, which is refused, the first: an object has each key once. */
  private static Map<String, Optional<String>> arguments(ReadDirective directive) {
    Map<String, Optional<String>> first = new LinkedHashMap<>();
    for (Argument argument : directive.arguments()) {
      first.putIfAbsent(argument.key(), argument.value());
    }
    return first;
  }
}
