package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the test of the board reads out of its expressions. */
class PromQueryTest {
  private static final String SCRAPE =
      """
      # TYPE jobs_total counter
      jobs_total{state="Setup",kind="a"} 1.0
      jobs_total{state="PreRun",kind="b"} 0.0
      time_seconds_bucket{state="Setup",le="1.0"} 3
      up 1.0
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      textBlock =
          """
          up                                                                         #
          sum by (state) (rate(jobs_total{kind="a"}[$__rate_interval]))              #
          histogram_quantile(0.9, sum by (le, state) (rate(time_seconds_bucket[5m])))#
          (sum(up) or vector(0)) != 1                                                #
          sum by (pod) (up) / sum by (pod) (up)                                      #
          ups                                                                        # ups
          up{state="Setup"}                                                          # up{state="Setup"}
          sum(rate(jobs_total{kind="c"}[1h])) / sum(down)                            # jobs_total{kind="c"},down
          sum(jobs_total{kind=~"c|d"})                                               #
          sum(jobs_total{colour=~"c|d"})                                             # jobs_total{colour="}
          sum by (colour) (jobs_total)                                               # jobs_total by colour
          """)
  void whatIsMissingIsNamed(String expression, String missing) {
    assertThat(PromQuery.of(expression).missing(SCRAPE))
        .isEqualTo(missing == null ? List.of() : List.of(missing.split(",")));
  }
}
