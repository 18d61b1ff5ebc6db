package warren.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
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

/** The approved files of wrong scripts; their README.md says how they came about. */
class WrongScriptsTest {
  private static final Path HOME = Path.of(System.getProperty("warren.home"));
  private static final Path FOLDER = HOME.resolve("cli/src/test/resources/warren/cli/check/wrong");
  private static final Path ACTUAL = HOME.resolve("cli/target/check");

  static List<String> scripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sh"))
          .map(name -> name.substring(0, name.length() - ".sh".length()))
          .sorted()
          .toList();
    }
  }

  static List<String> verdicts() throws IOException {
    return Files.readAllLines(FOLDER.resolve("verdicts.tsv"));
  }

  private static Called check(String name, String format) {
    List<String> arguments =
        new ArrayList<>(List.of("--format", format, FOLDER.resolve(name + ".sh").toString()));
    String start = name.split("-", 2)[0];
    if (start.equals("flux") || start.equals("slurm")) {
      arguments.addAll(List.of("--dialect", start));
    }
    return Called.check(arguments.toArray(String[]::new));
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(scripts()).hasSizeGreaterThan(60);
    assertThat(verdicts()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void whatIsSaidIsApproved(String name) throws IOException {
    String actual = check(name, "text").out().replace(FOLDER + "/", "");
    Path approved = FOLDER.resolve(name + ".expected");
    String expected = Files.exists(approved) ? Files.readString(approved, UTF_8) : "";
    if (!actual.equals(expected)) {
      Files.createDirectories(ACTUAL);
      Files.writeString(ACTUAL.resolve(name + ".expected"), actual, UTF_8);
    }

    assertThat(actual).isEqualTo(expected);
    // The rule book's own words are not for people.
    assertThat(actual).doesNotContain("^[", "[a-z]", ")$");
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void theVerdictsWrittenByHandAreGiven(String row) throws IOException {
    String[] hand = row.split("\t", -1);
    Called called = check(hand[0], "json");
    JsonNode answer = new ObjectMapper().readTree(called.out());

    assertThat(called.status()).isEqualTo(hand[1].equals("accepted") ? 0 : 1);
    assertThat(answer.get("accepted").asBoolean()).isEqualTo(hand[1].equals("accepted"));
    assertThat(answer.get("findings"))
        .anySatisfy(
            finding -> {
              assertThat(finding.get("code").asText()).isEqualTo(hand[2]);
              assertThat(finding.get("line").asText()).isEqualTo(hand[3]);
              assertThat(finding.get("column").asText()).isEqualTo(hand[4]);
            });
  }
}
