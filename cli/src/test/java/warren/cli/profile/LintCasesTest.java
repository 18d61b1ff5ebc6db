package warren.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warren.cli.ExitStatus;
import warren.cli.Warren;

/** {@code warren profile lint} says of each good and bad profile of the table what is expected. */
class LintCasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES =
      Warren.home().resolve("profile-engine/src/test/resources/warren/profile/cases");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void theTableIsThere() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(80);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lintSaysWhatIsExpectedAndWhere(Path file) throws IOException {
    List<String> expected =
        Warren.text(Path.of(file.toString().replaceFirst("yaml$", "expected"))).lines().toList();

    Warren.Answer answer = Warren.call("profile", "lint", "--format=json", file.toString());

    JsonNode said = JSON.readTree(answer.out());
    assertThat(said.path("accepted").asBoolean() ? "accepted" : "refused")
        .isEqualTo(expected.getFirst());
    assertThat(answer.status())
        .isEqualTo(said.path("accepted").asBoolean() ? ExitStatus.OK : ExitStatus.FAULTY);
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : said.path("findings")) {
      assertThat(finding.path("line").asInt()).isPositive();
      findings.add(
          "%s %s: %s %s"
              .formatted(
                  finding.path("severity").asText(),
                  finding.path("code").asText(),
                  finding.path("message").asText(),
                  finding.path("hint").asText()));
    }
    assertThat(findings).containsExactlyInAnyOrderElementsOf(expected.subList(1, expected.size()));
  }
}
