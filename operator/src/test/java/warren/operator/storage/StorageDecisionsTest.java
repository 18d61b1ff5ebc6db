package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.storage.Told.failure;
import static warren.operator.storage.Told.names;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
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
import warren.dw.Capacity;
import warren.dw.FileSystemType;
import warren.dw.JobDw;
import warren.dw.WorkflowState;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.driver.JobPlaces;
import warren.operator.storage.DirectoryWork.Verb;
import warren.plan.ComputePlace;
import warren.plan.MachineLayout;
import warren.plan.UserIdentity;

final class StorageDecisionsTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final StorageObjects OBJECTS =
      new StorageObjects(
          new StorageSettings(
              "warren-system", "image:1", Path.of("/mnt/shared"), Path.of("/mnt/local")));
  private static final StorageDecisions DECISIONS = new StorageDecisions(OBJECTS);

  /** What is in the cluster; each test changes what it is about. */
  private List<String> computes = List.of("compute-0", "compute-1");

  private FileSystemType type = FileSystemType.GFS2;
  private final List<DirectoryWork> work = new ArrayList<>();
  private Optional<PersistentVolumeClaim> claim = Optional.empty();
  private Optional<PersistentVolume> volume = Optional.empty();
  private boolean containersGone = true;

  @ParameterizedTest
  @CsvSource({"PROPOSAL", "DATA_IN", "POST_RUN", "DATA_OUT"})
  void inMostStatesThereIsNothingToDo(WorkflowState state) {
    assertThat(decide(state)).isEqualTo(Decision.done());
  }

  @Test
  void setupDoesNotWaitForComputesButPreRunNeedsThem() {
    computes = List.of();

    assertThat(decide(WorkflowState.SETUP)).isEqualTo(Decision.done());
    assertThat(failure(decide(WorkflowState.PRE_RUN))).startsWith("Nobody has named");
  }

  @Test
  void aComputeUnderNoRabbitIsNamed() {
    computes = List.of("compute-0", "login-1");

    assertThat(failure(decide(WorkflowState.PRE_RUN))).isEqualTo("No Rabbit belongs to login-1.");
  }

  @Test
  void perComputeStorageIsMadeOnEachRabbit() {
    assertThat(names(decide(WorkflowState.SETUP)))
        .containsExactly(
            "dir-make-" + Fixtures.UID + "-0-rabbit-0", "dir-make-" + Fixtures.UID + "-0-rabbit-1");
  }

  @Test
  void sharedStorageIsMadeOnTheFirst() {
    type = FileSystemType.LUSTRE;

    assertThat(names(decide(WorkflowState.SETUP)))
        .containsExactly("dir-make-" + Fixtures.UID + "-0-rabbit-0");
  }

  @Test
  void aJobGetsOnlyTheRootAndWhatItNeeds() {
    Job job = OBJECTS.job(seen(), Verb.MAKE, "rabbit-1");
    var pod = job.getSpec().getTemplate().getSpec();
    var container = pod.getContainers().getFirst();

    assertThat(container.getArgs())
        .endsWith(
            "warren.operator.directory.DirectoryMain",
            "make",
            "/mnt/local",
            Fixtures.UID + "-0",
            "1050",
            "1051",
            "rabbit-1-0");
    assertThat(container.getSecurityContext().getCapabilities().getAdd())
        .containsExactly("CHOWN", "FOWNER", "DAC_OVERRIDE");
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(pod.getVolumes())
        .extracting(volume -> volume.getHostPath().getPath())
        .containsExactly("/mnt/local");
    assertThat(pod.getNodeSelector()).containsEntry("kubernetes.io/hostname", "rabbit-1");
  }

  @Test
  void theClaimComesWhenAllDirectoriesAreThereAndTheVolumeAfterIt() {
    work(Verb.MAKE, "rabbit-0", "Complete");
    work(Verb.MAKE, "rabbit-1", null);
    assertThat(decide(WorkflowState.SETUP).actions()).isEmpty();

    work.removeLast();
    work(Verb.MAKE, "rabbit-1", "Complete");
    assertThat(names(decide(WorkflowState.SETUP))).containsExactly("wf-0-storage");

    claim = Optional.of(claim("Pending"));
    Decision decision = decide(WorkflowState.SETUP);
    assertThat(names(decision)).containsExactly("warren-" + Fixtures.UID + "-0");
    PersistentVolume made =
        (PersistentVolume) ((Action.Create) decision.actions().getFirst()).object();
    assertThat(made.getSpec().getClaimRef().getUid()).isEqualTo("claim-uid");
    assertThat(made.getSpec().getHostPath().getPath())
        .isEqualTo("/mnt/local/" + Fixtures.UID + "-0");
  }

  @Test
  void theJobsGoOnlyOnceTheVolumeIsThereToRememberTheDirectories() {
    work(Verb.MAKE, "rabbit-0", "Complete");
    work(Verb.MAKE, "rabbit-1", "Complete");
    claim = Optional.of(claim("Bound"));
    volume = Optional.of(OBJECTS.volume(seen(), claim.get()));

    Decision decision = decide(WorkflowState.PRE_RUN);
    assertThat(decision.actions()).hasSize(2).allMatch(Action.Delete.class::isInstance);
    assertThat(decision.outcome())
        .isEqualTo(new Outcome.Done(Map.of("DW_JOB_my_data", "/mnt/nnf/" + Fixtures.UID + "-0")));
  }

  @Test
  void aDirectoryThatCannotBeMadeFailsWithTheLastWords() {
    work(Verb.MAKE, "rabbit-0", "Failed");

    assertThat(failure(decide(WorkflowState.SETUP)))
        .isEqualTo("The storage my-data could not be made on rabbit-0: no space");
  }

  @Test
  void computesMayNotChangeOnceTheStorageIsMade() {
    computes = List.of("compute-0");
    claim = Optional.of(claim("Bound"));

    computes = List.of("compute-0", "compute-1");

    assertThat(failure(decide(WorkflowState.PRE_RUN))).contains("made on rabbit-0");
  }

  @Test
  void tearingDownNothingIsDoneAtOnce() {
    assertThat(decide(WorkflowState.TEARDOWN)).isEqualTo(Decision.done());
  }

  @Test
  void tearingDownTakesOneThingAfterTheOther() {
    claim = Optional.of(claim("Bound"));
    volume = Optional.of(OBJECTS.volume(seen(), claim.get()));
    containersGone = false;
    assertThat(decide(WorkflowState.TEARDOWN).actions()).isEmpty();

    containersGone = true;
    assertThat(names(decide(WorkflowState.TEARDOWN))).containsExactly("wf-0-storage");

    claim = Optional.empty();
    computes = List.of(); // the volume knows
    assertThat(names(decide(WorkflowState.TEARDOWN)))
        .containsExactly(
            "dir-remove-" + Fixtures.UID + "-0-rabbit-0",
            "dir-remove-" + Fixtures.UID + "-0-rabbit-1");

    work(Verb.REMOVE, "rabbit-0", "Complete");
    work(Verb.REMOVE, "rabbit-1", null);
    assertThat(decide(WorkflowState.TEARDOWN).actions()).isEmpty();

    work.removeLast();
    work(Verb.REMOVE, "rabbit-1", "Complete");
    assertThat(names(decide(WorkflowState.TEARDOWN)))
        .containsExactly("warren-" + Fixtures.UID + "-0");

    volume = Optional.empty();
    assertThat(names(decide(WorkflowState.TEARDOWN)))
        .containsExactly(
            "dir-remove-" + Fixtures.UID + "-0-rabbit-0",
            "dir-remove-" + Fixtures.UID + "-0-rabbit-1");

    work.clear();
    assertThat(decide(WorkflowState.TEARDOWN)).isEqualTo(Decision.done());
  }

  @Test
  void aTeardownInTheMidstOfMakingWaitsForItAndRemovesWhatItMade() {
    work(Verb.MAKE, "rabbit-0", null);
    assertThat(decide(WorkflowState.TEARDOWN).actions()).isEmpty();

    work.clear();
    work(Verb.MAKE, "rabbit-0", "Failed");
    assertThat(names(decide(WorkflowState.TEARDOWN)))
        .containsExactly("dir-remove-" + Fixtures.UID + "-0-rabbit-0");

    work(Verb.REMOVE, "rabbit-0", "Complete");
    assertThat(names(decide(WorkflowState.TEARDOWN)))
        .containsExactly("dir-make-" + Fixtures.UID + "-0-rabbit-0");
  }

  @Test
  void aJobWhosePodANodeThatIsAwayKeepsFailsNowButIsWaitedForInTeardown() {
    work(Verb.MAKE, "rabbit-0", "FailureTarget");

    assertThat(failure(decide(WorkflowState.SETUP))).contains("could not be made on rabbit-0");
    assertThat(((Outcome.Wait) decide(WorkflowState.TEARDOWN).outcome()).reason())
        .isEqualTo("The storage my-data is still being made on rabbit-0 (no space).");
  }

  @Test
  void whoeverWaitsForARabbitSaysForWhichAndLooksAgain() {
    work(Verb.MAKE, "rabbit-0", "Complete");
    work(Verb.REMOVE, "rabbit-0", null);
    volume = Optional.of(OBJECTS.volume(seen(), claim("Bound")));

    assertThat(decide(WorkflowState.TEARDOWN).outcome())
        .isEqualTo(
            new Outcome.Wait(
                "The directories of the storage my-data are being removed on rabbit-0 (no space),"
                    + " rabbit-1.",
                Optional.of(NOW.plusSeconds(30))));
  }

  @ParameterizedTest
  @CsvSource({"29, 0", "30, 1", "31, 1"})
  void aRemovalThatFailedIsTriedAgainAfterAPause(int seconds, int deletions) {
    work(Verb.MAKE, "rabbit-0", "Complete");
    work(Verb.REMOVE, "rabbit-0", "Failed");

    Decision decision = DECISIONS.decide(WorkflowState.TEARDOWN, seen(), NOW.plusSeconds(seconds));
    assertThat(decision.actions()).hasSize(deletions);
    assertThat(((Outcome.Wait) decision.outcome()).reason()).contains("no space", "tried again");
  }

  private Decision decide(WorkflowState state) {
    return DECISIONS.decide(state, seen(), NOW);
  }

  private SeenStorage seen() {
    Map<String, ComputePlace> places = new LinkedHashMap<>();
    places.put("compute-0", new ComputePlace("compute-0", "rabbit-0", 0));
    places.put("compute-1", new ComputePlace("compute-1", "rabbit-1", 0));
    return new SeenStorage(
        Fixtures.IDENTITY,
        new UserIdentity(1050, 1051),
        new JobDw(
            0, "my-data", type, Capacity.of("1GiB").orElseThrow(), Optional.empty(), List.of()),
        new JobPlaces(computes, Optional.of(new MachineLayout(places))),
        work,
        Map.of("rabbit-0", "no space"),
        claim,
        volume,
        containersGone);
  }

  private PersistentVolumeClaim claim(String phase) {
    return new PersistentVolumeClaimBuilder(OBJECTS.claim(seen()))
        .editMetadata()
        .withUid("claim-uid")
        .endMetadata()
        .withNewStatus()
        .withPhase(phase)
        .endStatus()
        .build();
  }

  private void work(Verb verb, String rabbit, String condition) {
    JobBuilder job = new JobBuilder(OBJECTS.job(seen(), verb, rabbit));
    if (condition != null) {
      job.withNewStatus()
          .addNewCondition()
          .withType(condition)
          .withStatus("True")
          .withLastTransitionTime(NOW.toString())
          .endCondition()
          .endStatus();
    }
    work.add(DirectoryWork.of(job.build()).orElseThrow());
  }
}
