package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.names.Names;
import warren.operator.Fixtures;
import warren.operator.driver.Look;
import warren.operator.storage.DirectoryWork.Progress;
import warren.operator.storage.DirectoryWork.Verb;

final class ComplaintsTest {
  private static final String JOB = Names.directoryJob(Fixtures.UID, 0, "rabbit-1", "make");

  /** A look at nothing but warnings. */
  private record Warnings(List<Event> systemWarnings) implements Look {
    @Override
    public List<Job> containerJobs() {
      return List.of();
    }

    @Override
    public List<Job> directoryJobs() {
      return List.of();
    }

    @Override
    public List<Pod> containerPods() {
      return List.of();
    }

    @Override
    public List<Pod> directoryPods() {
      return List.of();
    }

    @Override
    public List<Secret> secrets() {
      return List.of();
    }

    @Override
    public List<PersistentVolumeClaim> claims() {
      return List.of();
    }

    @Override
    public List<PersistentVolume> volumes() {
      return List.of();
    }

    @Override
    public List<GenericKubernetesResource> mpiJobs() {
      return List.of();
    }

    @Override
    public List<Event> events(HasMetadata object) {
      return List.of();
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
    Look look = new Warnings(List.of(event(JOB + "-abcde", "FailedMount", "no such root")));

    assertThat(complaints(progress, second, look))
        .isEqualTo(told ? Map.of("rabbit-1", "no such root") : Map.of());
  }

  @Test
  void othersAndThoseWhoSayNothingAreNotQuoted() {
    Look look =
        new Warnings(
            List.of(
                event(JOB + "0-abcde", "FailedMount", "of rabbit-10"),
                event("warren-operator-x", "Unhealthy", "of the operator"),
                event(JOB, "DeadlineExceeded", "Job was active longer than specified deadline"),
                event(JOB + "-abcde", "Failed", "Error: ImagePullBackOff")));

    assertThat(complaints(Progress.FAILED, 200, look)).isEmpty();
  }

  private static Map<String, String> complaints(Progress progress, int second, Look look) {
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
        look,
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
