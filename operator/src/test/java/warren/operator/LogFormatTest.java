package warren.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What the operator's own logback.xml makes of a line; in a process, for it reads variables. */
final class LogFormatTest {
  /** Logs a line within a pass over a workflow, one outside of it, and one with a stack trace. */
  static final class Program {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private Program() {}

    public static void main(String[] arguments) {
      MDC.put("workflow", "default/wf");
      MDC.put("uid", "1234");
      LOG.info("says \"{}\"", "it");
      MDC.clear();
      LOG.info("is idle");
      LOG.warn("went wrong", new IllegalStateException("why"));
    }
  }

  @Test
  void textIsTheDefault() throws IOException, InterruptedException {
    List<String> lines = lines(Map.of());

    assertThat(lines.get(0))
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT[0-9:.]{12}Z INFO {2}LogFormatTest\\$Program says \"it\""
                + " \\[1234]");
    assertThat(lines.get(1)).endsWith("Program is idle");
    assertThat(lines.get(3)).isEqualTo("java.lang.IllegalStateException: why");
  }

  @Test
  void eachLineIsAJsonObject() throws IOException, InterruptedException {
    List<JsonNode> lines =
        lines(Map.of("WARREN_LOG_FORMAT", "json")).stream().map(LogFormatTest::json).toList();

    assertThat(lines).hasSize(3);
    JsonNode first = lines.getFirst();
    assertThat(first.get("timestamp").asLong()).isPositive();
    assertThat(first.get("level").asText()).isEqualTo("INFO");
    assertThat(first.get("loggerName").asText()).endsWith("Program");
    assertThat(first.get("threadName").asText()).isEqualTo("main");
    assertThat(first.get("formattedMessage").asText()).isEqualTo("says \"it\"");
    assertThat(first.get("mdc").get("workflow").asText()).isEqualTo("default/wf");
    assertThat(first.get("mdc").get("uid").asText()).isEqualTo("1234");
    assertThat(lines.get(1).path("mdc")).isEmpty();
    assertThat(lines.get(2).get("throwable").get("message").asText()).isEqualTo("why");
  }

  private static List<String> lines(Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.real.class.path", System.getProperty("java.class.path")),
                Program.class.getName())
            .redirectErrorStream(true);
    program.environment().remove("WARREN_LOG_FORMAT");
    program.environment().putAll(environment);
    Process process = program.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
