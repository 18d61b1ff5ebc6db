package warren.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import warren.dw.Codes;

/** The page about directives says what the program does. */
class CheckDocsTest {
  private static final Path HOME = Path.of(System.getProperty("warren.home"));
  private static final Path FOLDER = HOME.resolve("cli/src/test/resources/warren/cli/check/codes");
  private static final String BEGIN = "<!-- From here on written by CheckDocsTest. -->\n";

  private static String page() throws IOException {
    return Files.readString(HOME.resolve("docs/directives.md"), UTF_8);
  }

  @Test
  void everyCodeIsThereWithAnExampleAndWhatIsPrintedAboutIt() throws IOException {
    Map<String, CodeExample> examples =
        CodeExample.read(FOLDER.resolve("codes.txt")).stream()
            .collect(toMap(CodeExample::code, Function.identity()));
    assertThat(examples.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Codes.values()).map(code -> code.code().value()).toList());
    String expected = table() + "\n" + chapters(examples);
    String page = page();
    String shown = page.substring(page.indexOf(BEGIN) + BEGIN.length());
    if (!shown.equals(expected)) {
      Path actual = HOME.resolve("cli/target/check/directives.md");
      Files.createDirectories(actual.getParent());
      Files.writeString(actual, page.substring(0, page.indexOf(BEGIN)) + BEGIN + expected, UTF_8);
    }

    assertThat(shown).isEqualTo(expected);
    assertThat(examples.values())
        .allSatisfy(example -> assertThat(example.printed(FOLDER)).contains(example.code()));
  }

  private static String table() {
    return "| code | found | meaning |\n| --- | --- | --- |\n"
        + Arrays.stream(Codes.values())
            .map(
                code ->
                    "| [`%s`](#%s) | %s | %s |\n"
                        .formatted(code.code(), code.code(), found(code.check()), code.meaning()))
            .collect(joining());
  }

  private static String found(Codes.Check check) {
    return switch (check) {
      case SCRIPT -> "in the script";
      case RULE_BOOK -> "by the rules";
      case WORKFLOW -> "across directives";
    };
  }

  private static String chapters(Map<String, CodeExample> examples) {
    return Arrays.stream(Codes.values())
        .map(code -> examples.get(code.code().value()).chapter(code.meaning(), FOLDER))
        .collect(joining("\n"));
  }

  @Test
  void theRulesOfTheExamplesAreThere() throws IOException {
    assertThat(page())
        .contains("```yaml\n" + Files.readString(FOLDER.resolve("rules.yaml"), UTF_8) + "```");
  }

  @Test
  void theHelpIsThere() throws IOException {
    CommandLine check = new CommandLine(new CheckCommand(InputStream.nullInputStream()));
    new CommandLine(new Warren()).addSubcommand(check);
    String help = check.setUsageHelpWidth(80).getUsageMessage(Ansi.OFF);

    assertThat(page()).contains("```text\n" + help.stripTrailing() + "\n```");
  }

  @Command(name = "warren")
  private static final class Warren {}

  @Test
  void theAnswerInTheIntegratorsGuideIsThePrograms() throws IOException {
    String guide = Files.readString(HOME.resolve("docs/integrator.md"), UTF_8);
    Matcher json = Pattern.compile("(?s)```json\n(.*?)```").matcher(guide);

    assertThat(json.find()).isTrue();
    String answer = Called.withInput(json.group(1), "--input", "json").out();
    assertThat(json.find()).isTrue();
    assertThat(json.group(1).replace("\n", "") + "\n").isEqualTo(answer);
  }

  @Test
  void theFindingInTheUsersGuideIsThePrograms() throws IOException {
    String guide = Files.readString(HOME.resolve("docs/batch-user.md"), UTF_8);
    Path approved =
        HOME.resolve(
            "cli/src/test/resources/warren/cli/check/wrong/container-storage-undefined.expected");

    assertThat(guide)
        .contains(
            "```text\n"
                + Files.readString(approved, UTF_8).replace("container-storage-undefined", "job")
                + "```");
  }
}
