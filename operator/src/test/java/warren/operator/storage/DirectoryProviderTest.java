package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.storage.StorageFixture.NOW;
import static warren.operator.storage.StorageFixture.OBJECTS;
import static warren.operator.storage.StorageFixture.ON_0;
import static warren.operator.storage.StorageFixture.ON_1;
import static warren.operator.storage.StorageFixture.SETTINGS;
import static warren.operator.storage.StorageFixture.VOLUME;
import static warren.operator.storage.StorageFixture.reason;
import static warren.operator.storage.StorageFixture.spec;
import static warren.operator.storage.Told.failure;
import static warren.operator.storage.Told.names;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.api.RabbitDirectory;
import warren.dw.FileSystemType;
import warren.launch.Mount;
import warren.launch.MountSource;
import warren.names.Labels;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;

/** How storage is made and offered. */
final class DirectoryProviderTest {
  private static final DirectoryProvider PROVIDER = new DirectoryProvider(SETTINGS);

  private final StorageFixture storage = new StorageFixture();

  @Test
  void aComputeUnderNoRabbitIsNamed() {
    storage.computes = List.of("compute-0", "login-1");

    assertThat(failure(provide(NOW))).isEqualTo("No Rabbit belongs to login-1.");
  }

  @Test
  void perComputeStorageIsMadeOnEachRabbitAndClaimedAtTheSameTime() {
    assertThat(names(provide(NOW))).containsExactly(ON_0, ON_1, "wf-0-storage");
    assertThat(reason(provide(NOW)))
        .isEqualTo("The storage my-data is being made on rabbit-0, rabbit-1.");
  }

  @Test
  void sharedStorageIsMadeOnTheFirst() {
    storage.type = FileSystemType.LUSTRE;

    assertThat(names(provide(NOW))).containsExactly(ON_0, "wf-0-storage");
    assertThat(spec(provide(NOW)).root()).isEqualTo("Shared");
    assertThat(spec(provide(NOW)).computeDirectories()).isEmpty();
  }

  @Test
  void anAgentLearnsWhatItNeedsAndFindsItByLabel() {
    RabbitDirectory directory = OBJECTS.directory(storage.request(), "rabbit-1");

    assertThat(directory.getSpec())
        .isEqualTo(
            new RabbitDirectory.Spec(
                "rabbit-1",
                "Local",
                Fixtures.UID + "-0",
                new RabbitDirectory.Owner(1050L, 1051L, null),
                new ArrayList<>(List.of("rabbit-1-0")),
                "Present",
                null));
    assertThat(directory.getMetadata().getNamespace()).isEqualTo("warren-system");
    assertThat(directory.getMetadata().getLabels())
        .containsEntry("warren.internal/rabbit", "rabbit-1")
        .containsEntry(Labels.WORKFLOW_UID, Fixtures.UID);
  }

  @Test
  void theVolumeIsForThisVeryClaim() {
    storage.directory("rabbit-0", "Present", "Present");
    storage.claim = Optional.of(storage.claim("Pending"));

    PersistentVolume made =
        provide(NOW).actions().stream()
            .map(action -> ((Action.Create) action).object())
            .filter(PersistentVolume.class::isInstance)
            .map(PersistentVolume.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(made.getMetadata().getName()).isEqualTo(VOLUME);
    assertThat(made.getSpec().getClaimRef().getUid()).isEqualTo("claim-uid");
    assertThat(made.getSpec().getHostPath().getPath())
        .isEqualTo("/mnt/local/" + Fixtures.UID + "-0");
  }

  @Test
  void storageIsOfferedWhenAllDirectoriesAreThereAndTheClaimIsBound() {
    storage.directory("rabbit-0", "Present", "Present");
    storage.directory("rabbit-1", "Present", null);
    storage.claim = Optional.of(storage.claim("Bound"));
    storage.volume = Optional.of(OBJECTS.volume(storage.request(), storage.claim.get()));
    assertThat(reason(provide(NOW))).isEqualTo("The storage my-data is being made on rabbit-1.");

    storage.directories.removeLast();
    storage.directory("rabbit-1", "Present", "Present");
    storage.claim = Optional.of(storage.claim("Pending"));
    assertThat(reason(provide(NOW))).isEqualTo("The storage my-data is being bound.");
    assertThat(provide(NOW).actions()).isEmpty();

    storage.claim = Optional.of(storage.claim("Bound"));
    assertThat(PROVIDER.provide(storage.request(), NOW))
        .isEqualTo(
            new Provision.Offered(
                new Mount(
                    new MountSource.Claim("wf-0-storage"),
                    "/mnt/nnf/" + Fixtures.UID + "-0",
                    false,
                    Optional.empty())));
  }

  @Test
  void aReportAboutAnEarlierGenerationDoesNotCount() {
    storage.directory("rabbit-0", "Present", "Present");
    storage.directories.getFirst().getMetadata().setGeneration(2L);

    assertThat(reason(provide(NOW))).contains("being made on rabbit-0");
  }

  @ParameterizedTest
  @CsvSource({"19, false", "20, true", "21, true"})
  void aDirectoryThatCannotBeMadeFailsAfterAWhileWithTheAgentsWords(int seconds, boolean fails) {
    storage.directory("rabbit-0", "Present", "Failed");
    storage.complaints = Map.of("rabbit-0", "/mnt/local/x: No space left on device");

    Decision decision = provide(NOW.plusSeconds(seconds));
    if (fails) {
      assertThat(failure(decision))
          .isEqualTo(
              "The storage my-data could not be made on rabbit-0:"
                  + " /mnt/local/x: No space left on device");
    } else {
      assertThat(reason(decision)).contains("rabbit-0 (/mnt/local/x: No space left on device)");
    }
  }

  @ParameterizedTest
  @CsvSource({"119, false", "120, true"})
  void anAgentThatDoesNotAnswerIsWaitedForButNotForEver(int seconds, boolean fails) {
    storage.directory("rabbit-0", "Present", null);
    storage.complaints = Map.of("rabbit-0", "no Warren agent runs on this Rabbit");

    Decision decision = provide(NOW.plusSeconds(seconds));
    if (fails) {
      assertThat(failure(decision)).contains("rabbit-0: no Warren agent runs on this Rabbit");
    } else {
      assertThat(decision.outcome())
          .isEqualTo(
              new Outcome.Wait(
                  "The storage my-data is being made on rabbit-0 (no Warren agent runs on this"
                      + " Rabbit), rabbit-1.",
                  Optional.of(NOW.plusSeconds(seconds + 4))));
    }
  }

  @Test
  void computesMayNotChangeOnceTheStorageIsMade() {
    storage.computes = List.of("compute-0");
    storage.claim = Optional.of(storage.claim("Bound"));

    storage.computes = List.of("compute-0", "compute-1");

    assertThat(failure(provide(NOW))).contains("made on rabbit-0");
  }

  @Test
  void aComputeThatIsAddedToARabbitIsAChangeToo() {
    storage.computes = List.of("compute-0");
    storage.directory("rabbit-0", "Present", "Present");

    storage.computes = List.of("compute-0", "compute-2");

    assertThat(failure(provide(NOW))).contains("The job's computes were changed");
  }

  private Decision provide(Instant now) {
    return ((Provision.Unfinished) PROVIDER.provide(storage.request(), now)).next();
  }
}
