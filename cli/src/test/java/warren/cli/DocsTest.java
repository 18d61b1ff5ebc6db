package warren.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import warren.api.NnfContainerProfile;
import warren.cli.site.SiteFile;
import warren.dw.Dialect;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.plan.Planner;
import warren.plan.Planning;
import warren.plan.UserIdentity;
import warren.profile.ProfileCatalog;

/** What the guides in docs/ say is what the program does, and their links lead somewhere. */
class DocsTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
  private static final String STORAGE = "#DW jobdw type=gfs2 capacity=10GB name=red-rock\n";

  /** The checkout whose guides are tested. */
  static Path home() {
    return Path.of(
        Optional.ofNullable(System.getProperty("warren.home"))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the system property warren.home has to name the checkout: Maven sets it,"
                            + " an IDE needs -Dwarren.home=FOLDER")));
  }

  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String guide() {
    return text(home().resolve("docs/batch-user.md"));
  }

  private static List<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "batch-user.md, run",
    "batch-user.md, logs",
    "container-author.md, plan",
    "container-author.md, profile lint",
    "container-author.md, profile convert",
    "administrator.md, profile list",
    "administrator.md, profile show"
  })
  void theHelpOfACommandIsTheGuides(String guide, String words) {
    CommandLine command = Main.commandLine(InstantSource.system());
    for (String word : words.split(" ", -1)) {
      command = command.getSubcommands().get(word);
    }
    command.setUsageHelpWidth(80);
    String shown = "```text\n" + command.getUsageMessage(Ansi.OFF) + "```";

    assertThat(text(home().resolve("docs").resolve(guide))).contains(shown);
  }

  @Test
  void theListOfProfilesIsTheGuides() {
    String folder = home().resolve("examples/red-rock-slushy").toString();

    assertThat(text(home().resolve("docs/administrator.md")))
        .contains(
            "-->\n```text\n"
                + Warren.call("profile", "list", "-A", "--profiles", folder).out()
                + "```");
  }

  @Test
  void theStatusesInTheTableOfErrorsAreOnesThatRunReturns() {
    List<String> known =
        Stream.of(
                ExitStatus.REFUSED,
                ExitStatus.FAILED_BEFORE_SCRIPT,
                ExitStatus.FAILED_AFTER_SCRIPT,
                ExitStatus.TROUBLE)
            .map(String::valueOf)
            .toList();
    List<String> shown =
        all(Pattern.compile("(?m)^\\| ([0-9, ]+) \\| `"), guide()).stream()
            .flatMap(row -> Stream.of(row.group(1).split(", ")))
            .distinct()
            .toList();

    assertThat(shown).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "container name=slushy profile=red-rock-slush DW_JOB_foo_local_storage=red-rock",
        "container name=slushy profile=red-rock-slushy",
        "container name=slushy profile=red-rock-slushy DW_JOB_foo_local_storage=redrock",
        "container name=slushy profile=red-rock-slushy DW_JOB_foo_local_storage=red-rock\n"
            + "#DW container name=more profile=red-rock-slushy DW_JOB_foo_local_storage=red-rock",
        "copy_in source=/home/dean/in destination=$DW_JOB_red_rock/in"
      })
  void aRefusalIsInTheGuideWordForWord(String directive) {
    List<Finding> findings = plan("#!/bin/bash\n" + STORAGE + "#DW " + directive + "\n").findings();

    assertThat(findings).isNotEmpty();
    assertThat(findings).allSatisfy(f -> assertThat(guide()).contains("`" + f.message() + "`"));
  }

  @Test
  void theScriptOfTheGuideIsAccepted() {
    Matcher script = Pattern.compile("(?s)```bash\n(#!.*?)```").matcher(guide());

    assertThat(script.find()).isTrue();
    assertThat(plan(script.group(1)).findings()).isEmpty();
  }

  private static Planning plan(String script) {
    JobScript read =
        JobScript.read("job.sh", script.getBytes(StandardCharsets.UTF_8), Dialect.SLURM);
    return new Planner(new TheExample())
        .plan(new DirectiveReader(RuleBook.standard()).read(read), new UserIdentity(1050, 1051));
  }

  @Test
  void theSiteFileOfTheGuideCanBeRead(@TempDir Path folder) throws IOException {
    String guide = text(home().resolve("docs/administrator.md"));
    Matcher site = Pattern.compile("(?s)```yaml\n(kubeconfig: .*?)```").matcher(guide);

    assertThat(site.find()).isTrue();
    Path file = Files.writeString(folder.resolve("site.yaml"), site.group(1));
    var read = SiteFile.find(Optional.of(file), Map.of(), Optional.empty());
    assertThat(read.localRoots()).containsKey("rabbit-0");
    assertThat(guide).contains("`" + SiteFile.VARIABLE + "`");
  }

  @Test
  void everyRelativeLinkLeadsToAFileAndAHeading() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(home().resolve("README.md")));
    for (String folder : List.of("docs", "examples")) {
      try (Stream<Path> below = Files.walk(home().resolve(folder))) {
        below.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    assertThat(documents).map(Path::getFileName).map(Path::toString).contains("batch-user.md");
    assertThat(documents.stream().flatMap(DocsTest::deadLinks)).isEmpty();
  }

  private static Stream<String> deadLinks(Path document) {
    return all(LINK, text(document)).stream()
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://"))
        .filter(link -> !leadsSomewhere(document, link))
        .map(link -> home().relativize(document) + ": " + link);
  }

  private static boolean leadsSomewhere(Path document, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? document : document.resolveSibling(path);
    return Files.exists(target)
        && (hash < 0
            || all(HEADING, text(target)).stream()
                .map(heading -> anchor(heading.group(1)))
                .anyMatch(link.substring(hash + 1)::equals));
  }

  /** As hosting services make it of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /** A catalog of the example's profile, as it stands in the checkout. */
  private static final class TheExample implements ProfileCatalog {
    private final NnfContainerProfile profile = read();

    private static NnfContainerProfile read() {
      try {
        String file = "examples/red-rock-slushy/profile.yaml";
        JsonNode tree = YAML.readTree(text(home().resolve(file)));
        return YAML.treeToValue(tree, NnfContainerProfile.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<NnfContainerProfile> find(String name) {
      return Optional.of(profile).filter(known -> known.getMetadata().getName().equals(name));
    }

    @Override
    public List<String> names() {
      return List.of(profile.getMetadata().getName());
    }
  }
}
