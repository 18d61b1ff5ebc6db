package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.storage.Told.names;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.api.RabbitDirectory;
import warren.names.Labels;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Ownership;

final class OrphanedStorageTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final String ON = Fixtures.UID + "-0-";
  private static final OrphanedStorage STORAGE =
      new OrphanedStorage(
          new StorageSettings("warren-system", Path.of("/mnt/shared"), Path.of("/mnt/local")));

  private final List<HasMetadata> left = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"/mnt/shared, Shared", "/mnt/local, Local"})
  void directoriesAreRemovedWhereTheVolumeSaysTheyAre(String root, String name) {
    left.add(volume(root, "rabbit-0,rabbit-1"));

    assertThat(names(decide())).containsExactly(ON + "rabbit-0", ON + "rabbit-1");
    assertThat(decide().actions())
        .allSatisfy(
            action -> {
              RabbitDirectory.Spec spec = made(action).getSpec();
              assertThat(spec.root()).isEqualTo(name);
              assertThat(spec.state()).isEqualTo("Absent");
            });
  }

  @Test
  void volumeAndObjectsGoOnlyAfterTheDirectories() {
    PersistentVolume volume = volume("/mnt/local", "rabbit-0,rabbit-1");
    left.add(volume);
    List<RabbitDirectory> asked =
        decide().actions().stream().map(OrphanedStorageTest::made).toList();
    left.add(settled(asked.get(0)));
    left.add(asked.get(1));
    assertThat(decide().actions()).as("rabbit-1 is still at it").isEmpty();

    settled(asked.get(1));
    assertThat(names(decide()))
        .containsExactly(volume.getMetadata().getName(), ON + "rabbit-0", ON + "rabbit-1");

    left.clear();
    assertThat(decide()).isEqualTo(Decision.done());
  }

  @Test
  void whatAsksForADirectoryIsAsGoodAsAVolume() {
    left.add(volume("/mnt/local", "rabbit-0"));
    RabbitDirectory directory = made(decide().actions().getFirst());
    RabbitDirectory.Spec spec = directory.getSpec();
    directory.setSpec(
        new RabbitDirectory.Spec(
            spec.rabbit(),
            spec.root(),
            spec.directory(),
            spec.owner(),
            spec.computeDirectories(),
            "Present",
            null));
    left.clear();
    left.add(directory);

    assertThat(decide().actions()).singleElement().isInstanceOf(Action.Replace.class);
  }

  @Test
  void nothingIsRemovedUnderAPodThatStillHasTheClaim() {
    left.add(volume("/mnt/local", "rabbit-0"));
    left.add(claim());

    assertThat(names(decide())).containsExactly("claim");
  }

  @ParameterizedTest
  @CsvSource({
    "/mnt/elsewhere/" + Fixtures.UID + "-0",
    "/mnt/local/another",
    "/mnt/local/" + Fixtures.UID + "-1"
  })
  void whatIsNoDirectoryOfOursIsLeftAlone(String path) {
    PersistentVolume volume = volume("/mnt/local", "rabbit-0");
    volume.getSpec().getHostPath().setPath(path);
    left.add(volume);

    assertThat(STORAGE.decide(found(), List::of, NOW)).isEmpty();
  }

  @Test
  void thingsOfOtherDirectivesAreNotTouched() {
    PersistentVolume other = volume("/mnt/local", "rabbit-0");
    other.getMetadata().getLabels().put(Labels.DIRECTIVE_INDEX, "1");
    left.add(other);

    assertThat(decide()).isEqualTo(Decision.done());
  }

  private Decision decide() {
    return STORAGE.decide(found(), List::of, NOW).orElseThrow();
  }

  private FoundStorage found() {
    return FoundStorage.among(left.stream(), Fixtures.IDENTITY, 0);
  }

  private static RabbitDirectory made(Action action) {
    return (RabbitDirectory) ((Action.Create) action).object();
  }

  private static RabbitDirectory settled(RabbitDirectory directory) {
    directory.getMetadata().setGeneration(1L);
    directory.setStatus(new RabbitDirectory.Status(directory.getSpec().state(), null, 1L, null));
    return directory;
  }

  private static PersistentVolume volume(String root, String rabbits) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName("volume")
        .withLabels(Labels.of(Fixtures.IDENTITY, 0))
        .withAnnotations(Map.of(FoundStorage.RABBITS, rabbits))
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
}
