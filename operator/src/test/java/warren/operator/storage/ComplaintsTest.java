package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.names.Names;
import warren.operator.Fixtures;
import warren.operator.NoObjects;
import warren.operator.driver.ClusterView;
import warren.operator.storage.DirectoryWork.Progress;
import warren.operator.storage.DirectoryWork.Verb;

final class ComplaintsTest {
  private static final String JOB = Names.directoryJob(Fixtures.UID, 0, "rabbit-1", "make");

  /** A cluster at nothing but warnings. */
  private static final class Warnings extends NoObjects {
    private final List<Event> warnings;

    Warnings(List<Event> warnings) {
      this.warnings = warnings;
    }

    @Override
    public List<Event> systemWarnings() {
      return warnings;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, 4, false",
    "ACTIVE, 5, true",
    "FAILING, 0, true",
    "FAILED, 0, true",
    "COMPLETE, 9, false"
  })
  void onlyWhatIsLateOrHasFailedIsComplainedAbout(Progress progress, int second, boolean told) {
    ClusterView cluster =
        new Warnings(List.of(event(JOB + "-abcde", "FailedMount", "no such root")));

    assertThat(complaints(progress, second, cluster))
        .isEqualTo(told ? Map.of("rabbit-1", "no such root") : Map.of());
  }

  @Test
  void othersAndThoseWhoSayNothingAreNotQuoted() {
    ClusterView cluster =
        new Warnings(
            List.of(
                event(JOB + "0-abcde", "FailedMount", "of rabbit-10"),
                event("warren-operator-x", "Unhealthy", "of the operator"),
                event(JOB, "DeadlineExceeded", "Job was active longer than specified deadline"),
                event(JOB + "-abcde", "Failed", "Error: ImagePullBackOff")));

    assertThat(complaints(Progress.FAILED, 200, cluster)).isEmpty();
  }

  private static Map<String, String> complaints(
      Progress progress, int second, ClusterView cluster) {
    Job job =
        new JobBuilder()
            .withNewMetadata()
            .withName(JOB)
            .withUid("job")
            .withCreationTimestamp(Fixtures.ENTERED.toString())
            .endMetadata()
            .build();
    return Complaints.of(
        List.of(new DirectoryWork(job, Verb.MAKE, "rabbit-1", progress)),
        cluster,
        Fixtures.ENTERED.plusSeconds(second));
  }

  private static Event event(String object, String reason, String words) {
    return new EventBuilder()
        .withType("Warning")
        .withReason(reason)
        .withMessage(words)
        .withLastTimestamp(Fixtures.ENTERED.toString())
        .withNewInvolvedObject()
        .withName(object)
        .endInvolvedObject()
        .build();
  }
}
