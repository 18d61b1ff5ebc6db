package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.api.RabbitDirectory;
import warren.operator.Fixtures;

final class DirectoryReportsTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final String SINCE = "2026-11-21T09:00:00Z";

  private final List<Pod> agents = new ArrayList<>();
  private boolean wasAsked;

  @Test
  void whatAnAgentReportsNeedsNoSecondQuestion() {
    assertThat(complaints(directory("Failed", "/mnt/x: Permission denied"), 60))
        .containsExactly(Map.entry("rabbit-0", "/mnt/x: Permission denied"));
    assertThat(complaints(directory("Present", null), 60)).isEmpty();
    assertThat(wasAsked).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true"})
  void agentsAreLookedAfterOnlyWhenTheyAreLate(int seconds, boolean isAsked) {
    complaints(directory(null, null), seconds);

    assertThat(wasAsked).isEqualTo(isAsked);
  }

  @Test
  void whatWasAskedForOnlyNowIsNotLate() {
    DirectoryReports.complaints(
        List.of(directory(null, null)), NOW.plusSeconds(58), this::agents, NOW.plusSeconds(60));

    assertThat(wasAsked).isFalse();
  }

  @Test
  void anAgentThatIsNotReadyIsAwaySinceThen() {
    agents.add(agent("rabbit-0", "False"));

    assertThat(complaints(directory(null, null), 3))
        .containsEntry("rabbit-0", "the Warren agent on this Rabbit is away since " + SINCE);
  }

  @Test
  void anAgentThatIsReadyIsBusy() {
    agents.add(agent("rabbit-0", "False"));
    agents.add(agent("rabbit-0", "True"));

    assertThat(complaints(directory(null, null), 3)).isEmpty();
  }

  @Test
  void aRabbitWithoutAgentIsNamed() {
    agents.add(agent("rabbit-1", "True"));

    assertThat(complaints(directory(null, null), 3))
        .containsEntry("rabbit-0", "no Warren agent runs on this Rabbit");
  }

  @Test
  void aPodThatHasNotStartedIsAwaySinceItWasMade() {
    Pod pod = agent("rabbit-0", "False");
    pod.setStatus(null);
    agents.add(pod);

    assertThat(complaints(directory(null, null), 3))
        .containsEntry("rabbit-0", "the Warren agent on this Rabbit is away since " + SINCE);
  }

  private Map<String, String> complaints(RabbitDirectory directory, int seconds) {
    return DirectoryReports.complaints(
        List.of(directory), Instant.EPOCH, this::agents, NOW.plusSeconds(seconds));
  }

  private List<Pod> agents() {
    wasAsked = true;
    return agents;
  }

  private static RabbitDirectory directory(String phase, String message) {
    RabbitDirectory directory = new RabbitDirectory();
    directory.setMetadata(
        new ObjectMetaBuilder().withGeneration(1L).withCreationTimestamp(NOW.toString()).build());
    directory.setSpec(
        new RabbitDirectory.Spec("rabbit-0", "Local", "d", null, null, "Present", null));
    if (phase != null) {
      directory.setStatus(new RabbitDirectory.Status(phase, message, 1L, null));
    }
    return directory;
  }

  private static Pod agent(String rabbit, String ready) {
    return new PodBuilder()
        .withNewMetadata()
        .withCreationTimestamp(SINCE)
        .endMetadata()
        .withNewSpec()
        .withNodeName(rabbit)
        .endSpec()
        .withNewStatus()
        .addNewCondition()
        .withType("Ready")
        .withStatus(ready)
        .withLastTransitionTime(SINCE)
        .endCondition()
        .endStatus()
        .build();
  }
}
