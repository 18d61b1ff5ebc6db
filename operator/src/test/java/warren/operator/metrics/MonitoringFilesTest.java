package warren.operator.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The administrators' guide, the alerts and the board speak of the metrics that there are. Whether
 * a scrape holds all that they ask for is tested on a cluster.
 */
final class MonitoringFilesTest {
  private static final Pattern NAME = Pattern.compile("\\bwarren_[a-z_]+[a-z]");

  /** The first cell of a row of a table. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]*) \\|");

  /** What Prometheus adds to the name of a histogram. */
  private static final Pattern PART = Pattern.compile("(?<=_seconds)_(bucket|sum|count)$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/administrator.md",
        "deploy/monitoring/alerts.yaml",
        "deploy/monitoring/board.json"
      })
  void noFileNamesAMetricThatDoesNotExist(String file) throws IOException {
    Set<String> names = names();
    // A family, written with an asterisk.
    names.add("warren_storage");

    assertThat(named(read(file))).isNotEmpty().isSubsetOf(names);
  }

  @Test
  void theBoardShowsEveryMetric() throws IOException {
    assertThat(named(read("deploy/monitoring/board.json"))).containsAll(names());
  }

  @ParameterizedTest
  @EnumSource
  void theGuideHasARowForEachMetricWithItsLabels(Metric metric) throws IOException {
    assertThat(ROW.matcher(read("docs/administrator.md")).results().map(row -> row.group(1)))
        .anySatisfy(
            cell -> {
              assertThat(cell).contains("`" + metric.prometheusName() + "`");
              assertThat(metric.labels()).allMatch(label -> cell.contains("`" + label + "`"));
            });
  }

  private static Set<String> named(String text) {
    return NAME.matcher(text)
        .results()
        .map(match -> PART.matcher(match.group()).replaceFirst(""))
        .collect(Collectors.toSet());
  }

  private static Set<String> names() {
    return Arrays.stream(Metric.values())
        .map(Metric::prometheusName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(String file) throws IOException {
    String home = Optional.ofNullable(System.getProperty("warren.home")).orElseThrow();
    return Files.readString(Path.of(home, file), UTF_8);
  }
}
