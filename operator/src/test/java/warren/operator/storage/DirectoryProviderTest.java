package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.storage.Told.failure;
import static warren.operator.storage.Told.names;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.api.RabbitDirectory;
import warren.dw.Capacity;
import warren.dw.FileSystemType;
import warren.dw.JobDw;
import warren.launch.Mount;
import warren.launch.MountSource;
import warren.names.Labels;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.driver.JobPlaces;
import warren.plan.ComputePlace;
import warren.plan.MachineLayout;
import warren.plan.UserIdentity;

final class DirectoryProviderTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final StorageSettings SETTINGS =
      new StorageSettings("warren-system", Path.of("/mnt/shared"), Path.of("/mnt/local"));
  private static final DirectoryObjects OBJECTS = new DirectoryObjects(SETTINGS);
  private static final DirectoryProvider PROVIDER = new DirectoryProvider(SETTINGS);
  private static final String ON_0 = Fixtures.UID + "-0-rabbit-0";
  private static final String ON_1 = Fixtures.UID + "-0-rabbit-1";
  private static final String VOLUME = "warren-" + Fixtures.UID + "-0";
  private static final String TITLE = "the storage my-data";

  /** What is in the cluster; each test changes what it is about. */
  private List<String> computes = List.of("compute-0", "compute-1");

  private FileSystemType type = FileSystemType.GFS2;
  private final List<RabbitDirectory> directories = new ArrayList<>();
  private Optional<PersistentVolumeClaim> claim = Optional.empty();
  private Optional<PersistentVolume> volume = Optional.empty();
  private Map<String, String> complaints = Map.of();

  @Test
  void aComputeUnderNoRabbitIsNamed() {
    computes = List.of("compute-0", "login-1");

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
    type = FileSystemType.LUSTRE;

    assertThat(names(provide(NOW))).containsExactly(ON_0, "wf-0-storage");
    assertThat(spec(provide(NOW)).root()).isEqualTo("Shared");
    assertThat(spec(provide(NOW)).computeDirectories()).isEmpty();
  }

  @Test
  void anAgentLearnsWhatItNeedsAndFindsItByLabel() {
    RabbitDirectory directory = OBJECTS.directory(request(), "rabbit-1");

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
    directory("rabbit-0", "Present", "Present");
    claim = Optional.of(claim("Pending"));

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
    directory("rabbit-0", "Present", "Present");
    directory("rabbit-1", "Present", null);
    claim = Optional.of(claim("Bound"));
    volume = Optional.of(OBJECTS.volume(request(), claim.get()));
    assertThat(reason(provide(NOW))).isEqualTo("The storage my-data is being made on rabbit-1.");

    directories.removeLast();
    directory("rabbit-1", "Present", "Present");
    claim = Optional.of(claim("Pending"));
    assertThat(reason(provide(NOW))).isEqualTo("The storage my-data is being bound.");
    assertThat(provide(NOW).actions()).isEmpty();

    claim = Optional.of(claim("Bound"));
    assertThat(PROVIDER.provide(request(), NOW))
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
    directory("rabbit-0", "Present", "Present");
    directories.getFirst().getMetadata().setGeneration(2L);

    assertThat(reason(provide(NOW))).contains("being made on rabbit-0");
  }

  @ParameterizedTest
  @CsvSource({"19, false", "20, true", "21, true"})
  void aDirectoryThatCannotBeMadeFailsAfterAWhileWithTheAgentsWords(int seconds, boolean fails) {
    directory("rabbit-0", "Present", "Failed");
    complaints = Map.of("rabbit-0", "/mnt/local/x: No space left on device");

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
    directory("rabbit-0", "Present", null);
    complaints = Map.of("rabbit-0", "no Warren agent runs on this Rabbit");

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
    computes = List.of("compute-0");
    claim = Optional.of(claim("Bound"));

    computes = List.of("compute-0", "compute-1");

    assertThat(failure(provide(NOW))).contains("made on rabbit-0");
  }

  @Test
  void aComputeThatIsAddedToARabbitIsAChangeToo() {
    computes = List.of("compute-0");
    directory("rabbit-0", "Present", "Present");

    computes = List.of("compute-0", "compute-2");

    assertThat(failure(provide(NOW))).contains("The job's computes were changed");
  }

  @Test
  void tearingDownNothingIsDoneAtOnce() {
    assertThat(remove()).isEqualTo(Decision.done());
  }

  @Test
  void tearingDownTakesOneThingAfterTheOther() {
    directory("rabbit-0", "Present", "Present");
    directory("rabbit-1", "Present", "Present");
    claim = Optional.of(claim("Bound"));
    volume = Optional.of(OBJECTS.volume(request(), claim.get()));
    assertThat(names(remove())).containsExactly("wf-0-storage");

    claim = Optional.empty();
    assertThat(names(remove())).containsExactly(ON_0, ON_1);
    assertThat(remove().actions())
        .allSatisfy(
            action -> {
              Action.Replace replace = (Action.Replace) action;
              assertThat(replace.path()).isEqualTo("/spec/state");
              assertThat(replace.value()).isEqualTo("Absent");
            });

    directories.clear();
    directory("rabbit-0", "Absent", "Absent");
    directory("rabbit-1", "Absent", "Present");
    assertThat(remove().actions()).isEmpty();

    directories.removeLast();
    directory("rabbit-1", "Absent", "Absent");
    assertThat(names(remove())).containsExactly(VOLUME, ON_0, ON_1);

    volume = Optional.empty();
    directories.clear();
    assertThat(remove()).isEqualTo(Decision.done());
  }

  @Test
  void theVolumeKnowsOfDirectoriesThatNoObjectAsksFor() {
    volume = Optional.of(OBJECTS.volume(request(), claim("Bound")));
    computes = List.of();

    assertThat(names(remove())).containsExactly(ON_0, ON_1);
    assertThat(spec(remove()))
        .satisfies(
            spec -> {
              assertThat(spec.state()).isEqualTo("Absent");
              assertThat(spec.root()).isEqualTo("Local");
              assertThat(spec.directory()).isEqualTo(Fixtures.UID + "-0");
            });
  }

  @Test
  void aTeardownInTheMidstOfMakingRemovesWhatWasAskedFor() {
    directory("rabbit-0", "Present", null);

    assertThat(names(remove())).containsExactly(ON_0);
  }

  @Test
  void whoeverWaitsForARabbitSaysForWhichAndLooksAgain() {
    directory("rabbit-0", "Absent", null);
    directory("rabbit-1", "Absent", "Absent");
    assertThat(reason(remove()))
        .isEqualTo("The directories of the storage my-data are being removed on rabbit-0.");

    complaints = Map.of("rabbit-0", "the Warren agent on this Rabbit is away since then");
    assertThat(remove().outcome())
        .isEqualTo(
            new Outcome.Wait(
                "The directories of the storage my-data are being removed on rabbit-0 (the Warren"
                    + " agent on this Rabbit is away since then). If that Rabbit is gone for good,"
                    + " an administrator has to take the finalizer warren.internal/workflow from"
                    + " the Workflow.",
                Optional.of(NOW.plusSeconds(5))));
  }

  private Decision provide(Instant now) {
    return ((Provision.Unfinished) PROVIDER.provide(request(), now)).next();
  }

  private Decision remove() {
    return PROVIDER.remove(found(), TITLE, NOW);
  }

  private static String reason(Decision decision) {
    return ((Outcome.Wait) decision.outcome()).reason();
  }

  private static RabbitDirectory.Spec spec(Decision decision) {
    return ((RabbitDirectory) ((Action.Create) decision.actions().getFirst()).object()).getSpec();
  }

  private StorageRequest request() {
    Map<String, ComputePlace> places = new LinkedHashMap<>();
    places.put("compute-0", new ComputePlace("compute-0", "rabbit-0", 0));
    places.put("compute-1", new ComputePlace("compute-1", "rabbit-1", 0));
    places.put("compute-2", new ComputePlace("compute-2", "rabbit-0", 1));
    return new StorageRequest(
        new UserIdentity(1050, 1051),
        new JobDw(
            0, "my-data", type, Capacity.of("1GiB").orElseThrow(), Optional.empty(), List.of()),
        new JobPlaces(computes, Optional.of(new MachineLayout(places))),
        found());
  }

  private FoundStorage found() {
    return new FoundStorage(Fixtures.IDENTITY, 0, directories, claim, volume, complaints);
  }

  private PersistentVolumeClaim claim(String phase) {
    return new PersistentVolumeClaimBuilder(OBJECTS.claim(request()))
        .editMetadata()
        .withUid("claim-uid")
        .endMetadata()
        .withNewStatus()
        .withPhase(phase)
        .endStatus()
        .build();
  }

  /** One that was asked for now, and what its agent reported; null when it has not. */
  private void directory(String rabbit, String state, String phase) {
    RabbitDirectory directory = OBJECTS.directory(request(), rabbit);
    RabbitDirectory.Spec spec = directory.getSpec();
    directory.setSpec(
        new RabbitDirectory.Spec(
            rabbit,
            spec.root(),
            spec.directory(),
            spec.owner(),
            spec.computeDirectories(),
            state,
            null));
    directory.getMetadata().setGeneration(1L);
    directory.getMetadata().setCreationTimestamp(NOW.toString());
    if (phase != null) {
      directory.setStatus(new RabbitDirectory.Status(phase, null, 1L, null));
    }
    directories.add(directory);
  }
}
