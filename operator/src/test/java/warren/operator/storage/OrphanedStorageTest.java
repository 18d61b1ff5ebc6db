package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.names.Labels;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.decision.Ownership;
import warren.operator.storage.OrphanedStorage.Remains;

final class OrphanedStorageTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final String ON = "dir-remove-" + Fixtures.UID + "-0-";
  private static final OrphanedStorage STORAGE =
      new OrphanedStorage(
          new StorageSettings(
              "warren-system", "image:1", Path.of("/mnt/shared"), Path.of("/mnt/local")));

  private final List<HasMetadata> left = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"/mnt/shared", "/mnt/local"})
  void directoriesAreRemovedWhereTheVolumeSaysTheyAre(String root) {
    left.add(volume(root, "rabbit-0,rabbit-1"));

    List<Action> actions = decide().actions();

    assertThat(names(actions)).containsExactly(ON + "rabbit-0", ON + "rabbit-1");
    assertThat(actions)
        .allSatisfy(
            action -> assertThat(arguments(action)).endsWith("remove", root, Fixtures.UID + "-0"));
  }

  @Test
  void volumeAndJobsGoOnlyAfterTheDirectories() {
    PersistentVolume volume = volume("/mnt/local", "rabbit-0,rabbit-1");
    left.add(volume);
    List<Job> jobs = decide().actions().stream().map(OrphanedStorageTest::job).toList();
    left.add(ended(jobs.get(0), "Complete"));
    left.add(jobs.get(1));
    assertThat(decide().actions()).as("rabbit-1 is still at it").isEmpty();

    left.set(2, ended(jobs.get(1), "Complete"));
    assertThat(names(decide().actions())).containsExactly(volume.getMetadata().getName());

    left.remove(volume);
    assertThat(names(decide().actions())).containsExactly(ON + "rabbit-0", ON + "rabbit-1");

    left.clear();
    assertThat(decide()).isEqualTo(Decision.done());
  }

  @Test
  void aJobThatWasToMakeThemIsAsGoodAsAVolume() {
    left.add(volume("/mnt/local", "rabbit-0"));
    Job making = made(job(decide().actions().getFirst()));
    left.clear();
    left.add(making);
    assertThat(decide().actions()).as("still at it").isEmpty();

    left.set(0, ended(making, "Failed"));
    List<Action> actions = decide().actions();
    assertThat(names(actions)).containsExactly(ON + "rabbit-0");

    left.add(ended(job(actions.getFirst()), "Complete"));
    assertThat(names(decide().actions())).containsExactly(making.getMetadata().getName());
  }

  @Test
  void nothingIsRemovedUnderAPodThatStillHasTheClaim() {
    left.add(volume("/mnt/local", "rabbit-0"));
    left.add(claim());

    assertThat(names(decide().actions())).containsExactly("claim");
  }

  @Test
  void directoriesInAnUnknownFolderAreLeftAlone() {
    left.add(volume("/mnt/elsewhere", "rabbit-0"));

    assertThat(STORAGE.decide(remains(), NOW)).isEmpty();
  }

  @Test
  void thingsOfOtherDirectivesAreNotTouched() {
    PersistentVolume other = volume("/mnt/local", "rabbit-0");
    other.getMetadata().getLabels().put(Labels.DIRECTIVE_INDEX, "1");
    left.add(other);

    assertThat(decide().outcome()).isEqualTo(new Outcome.Done(Map.of()));
  }

  private Decision decide() {
    return STORAGE.decide(remains(), NOW).orElseThrow();
  }

  private Remains remains() {
    return Remains.among(left, Fixtures.IDENTITY, 0);
  }

  private static PersistentVolume volume(String root, String rabbits) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName("volume")
        .withLabels(Labels.of(Fixtures.IDENTITY, 0))
        .withAnnotations(Map.of(StorageObjects.RABBITS, rabbits))
        .endMetadata()
        .withNewSpec()
        .withNewHostPath(root + "/" + Fixtures.UID + "-0", "Directory")
        .endSpec()
        .build();
  }

  private static PersistentVolumeClaim claim() {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName("claim")
        .withNamespace(Fixtures.IDENTITY.namespace())
        .withLabels(Labels.of(Fixtures.IDENTITY, 0))
        .withOwnerReferences(Ownership.reference(Fixtures.IDENTITY))
        .endMetadata()
        .build();
  }

  private static Job made(Job removal) {
    return new JobBuilder(removal)
        .editMetadata()
        .withName("dir-make")
        .addToAnnotations(DirectoryWork.VERB, DirectoryWork.Verb.MAKE.word())
        .endMetadata()
        .build();
  }

  private static Job ended(Job job, String how) {
    return new JobBuilder(job)
        .withNewStatus()
        .addNewCondition()
        .withType(how)
        .withStatus("True")
        .endCondition()
        .endStatus()
        .build();
  }

  private static HasMetadata object(Action action) {
    return switch (action) {
      case Action.Create create -> create.object();
      case Action.Delete delete -> delete.object();
      case Action.Stop stop -> stop.job();
      case Action.CopySecret copy ->
          throw new IllegalArgumentException("storage copies no secrets: " + copy);
    };
  }

  private static Job job(Action action) {
    return (Job) object(action);
  }

  private static List<String> arguments(Action action) {
    return job(action).getSpec().getTemplate().getSpec().getContainers().getFirst().getArgs();
  }

  private static List<String> names(List<Action> actions) {
    return actions.stream().map(action -> object(action).getMetadata().getName()).toList();
  }
}
