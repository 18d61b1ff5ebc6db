package warren.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.dw.Blame;
import warren.dw.Finding;
import warren.profile.ProfileReader;
import warren.profile.Profiles;
import warren.profile.ResolvedProfile;

class JobLimitsTest {
  private static final String ASK =
      " Make the job smaller, or ask your administrator for another profile.";

  @ParameterizedTest
  @CsvSource({
    // the profile's limits, the job's nodes, its seconds, is it within
    "'', 10000, 1000000, true",
    "nodes: 2, 2, 1000000, true",
    "nodes: 2, 3, 1, false",
    "nodes: 2, , , true",
    "runSeconds: 60, 10000, 60, true",
    "runSeconds: 60, 1, 61, false",
    "runSeconds: 60, 10000, , true",
    "'nodes: 2, runSeconds: 60', 2, 60, true",
    "'nodes: 2, runSeconds: 60', 0, 61, false",
    "'nodes: 2, runSeconds: 60', 3, , false",
  })
  void what_is_known_of_a_job_is_held_against_every_limit(
      String limits, Integer nodes, Integer seconds, boolean within) {
    assertThat(JobLimits.check(profile(limits), job(nodes, seconds)).isEmpty()).isEqualTo(within);
  }

  @Test
  void one_is_not_told_as_many() {
    assertThat(JobLimits.check(profile("nodes: 1, runSeconds: 1"), job(2, 2)))
        .extracting(Finding::message)
        .containsExactly(
            "The container profile 'small' allows 1 node, and the job has 2.",
            "The container profile 'small' allows a run time of 1 second, and the job has 2.");
  }

  @Test
  void every_limit_exceeded_is_told_to_the_user_with_both_numbers() {
    List<Finding> findings = JobLimits.check(profile("nodes: 2, runSeconds: 60"), job(3, 61));

    assertThat(Profiles.sentences(findings))
        .containsExactly(
            "The container profile 'small' allows 2 nodes, and the job has 3." + ASK,
            "The container profile 'small' allows a run time of 60 seconds, and the job has 61."
                + ASK);
    assertThat(findings)
        .allMatch(Finding::isError)
        .extracting(Finding::blame)
        .containsOnly(Blame.USER);
  }

  private static ResolvedProfile profile(String limits) {
    String data = "spec: {containers: [{name: c, image: i}]}\nlimits: {" + limits + "}";
    return ProfileReader.read(Profiles.of("small", data)).profile().orElseThrow();
  }

  private static JobFacts job(Integer nodes, Integer seconds) {
    JobFacts job =
        new JobFacts(
            OptionalInt.empty(), Optional.ofNullable(seconds).map(Duration::ofSeconds), List.of());
    return nodes == null ? job : job.withNodes(nodes);
  }
}
