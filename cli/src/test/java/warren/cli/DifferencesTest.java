package warren.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/differences.md names exist, and no row of its tables is left out. */
class DifferencesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|([^|]*)\\|$");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  private final Path home = DocsTest.home();

  @Test
  void everyRowNamesTestsThatThereAre() throws IOException {
    Map<String, String> tests = tests();
    List<MatchResult> rows =
        ROW.matcher(DocsTest.text(home.resolve("docs/differences.md"))).results().toList();

    assertThat(rows)
        .extracting(row -> Integer.valueOf(row.group(1)))
        .isEqualTo(IntStream.rangeClosed(1, 25).boxed().toList());
    for (MatchResult row : rows) {
      List<MatchResult> named = NAMED.matcher(row.group(2)).results().toList();
      assertThat(named).as(row.group()).isNotEmpty();
      for (MatchResult test : named) {
        assertThat(tests).containsKey(test.group(1));
        assertThat(tests.get(test.group(1)))
            .as(test.group())
            .contains(test.group(2) == null ? "@" : "void " + test.group(2) + "(");
      }
    }
  }

  /** The sources of all test classes by name; where two have the same name, of both. */
  private Map<String, String> tests() throws IOException {
    try (Stream<Path> modules = Files.list(home)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(DifferencesTest::sources)
          .collect(
              toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  DocsTest::text,
                  String::concat));
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
