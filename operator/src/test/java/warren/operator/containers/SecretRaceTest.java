package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.operator.Fixtures;

final class SecretRaceTest {
  private static final String REFUSED =
      "failed to resolve reference \"reg/app:1\": unexpected status: 401 Unauthorized";
  private static final Job JOB =
      new JobBuilder()
          .withNewMetadata()
          .withUid("job")
          .withCreationTimestamp(Fixtures.ENTERED.toString())
          .endMetadata()
          .build();
  private static final Pod POD =
      new PodBuilder().withNewMetadata().withUid("pod").endMetadata().build();

  @ParameterizedTest
  @CsvSource({"1, true", "4, true", "5, false", "60, false"})
  void theFirstRefusalIsNoLastWordBeforeTheEventsAreKnown(int second, boolean open) {
    assertThat(settled(second, List.of()).permanent()).isNotEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({"5, true", "40, true", "41, false", "60, false"})
  void aKubeletThatCouldNotReadTheSecretPullsOnceMore(int second, boolean open) {
    assertThat(
            settled(second, List.of(event("pod", "FailedToRetrieveImagePullSecret"))).permanent())
        .isNotEqualTo(open);
  }

  @Test
  void eventsOfOtherPodsAndOtherEventsDoNotCount() {
    assertThat(settled(5, List.of(event("other", "FailedToRetrieveImagePullSecret"))).permanent())
        .isTrue();
    assertThat(settled(5, List.of(event("pod", "BackOff"))).permanent()).isTrue();
  }

  @Test
  void otherTroubleIsAsPermanentAsBefore() {
    Trouble missing =
        ImageTrouble.pull("reg/app:1", "on rabbit-1", "prof", List.of("pull"), "not found");

    assertThat(SecretRace.settled(missing, POD, unit(List.of()), Fixtures.ENTERED))
        .isEqualTo(missing);
  }

  private static Trouble settled(int second, List<Event> events) {
    Trouble refused =
        ImageTrouble.pull("reg/app:1", "on rabbit-1", "prof", List.of("pull"), REFUSED);
    assertThat(refused.permanent()).isTrue();
    Instant now = Fixtures.ENTERED.plusSeconds(second);
    return SecretRace.settled(refused, POD, unit(events), now);
  }

  private static Unit unit(List<Event> events) {
    return new Unit(
        "on rabbit-1",
        Unit.Phase.STARTING,
        Optional.<HasMetadata>of(JOB),
        Optional.of(JOB),
        List.of(POD),
        events);
  }

  private static Event event(String pod, String reason) {
    return new EventBuilder()
        .withType("Warning")
        .withReason(reason)
        .withLastTimestamp(Fixtures.ENTERED.plusSeconds(1).toString())
        .withNewInvolvedObject()
        .withUid(pod)
        .endInvolvedObject()
        .build();
  }
}
