package warren.operator.storage;

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
import warren.api.RabbitDirectory;
import warren.dw.Capacity;
import warren.dw.FileSystemType;
import warren.dw.JobDw;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.driver.JobPlaces;
import warren.plan.ComputePlace;
import warren.plan.MachineLayout;
import warren.plan.UserIdentity;

/** Storage of one directive as it is in the cluster; each test changes what it is about. */
final class StorageFixture {
  static final Instant NOW = Fixtures.ENTERED;
  static final StorageSettings SETTINGS =
      new StorageSettings("warren-system", Path.of("/mnt/shared"), Path.of("/mnt/local"));
  static final DirectoryObjects OBJECTS = new DirectoryObjects(SETTINGS);
  static final String ON_0 = Fixtures.UID + "-0-rabbit-0";
  static final String ON_1 = Fixtures.UID + "-0-rabbit-1";
  static final String VOLUME = "warren-" + Fixtures.UID + "-0";

  List<String> computes = List.of("compute-0", "compute-1");
  FileSystemType type = FileSystemType.GFS2;
  final List<RabbitDirectory> directories = new ArrayList<>();
  Optional<PersistentVolumeClaim> claim = Optional.empty();
  Optional<PersistentVolume> volume = Optional.empty();

  /** What hinders a Rabbit, by the Rabbit's name. */
  Map<String, String> complaints = Map.of();

  StorageRequest request() {
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

  FoundStorage found() {
    return new FoundStorage(Fixtures.IDENTITY, 0, directories, claim, volume, complaints);
  }

  PersistentVolumeClaim claim(String phase) {
    return new PersistentVolumeClaimBuilder(OBJECTS.claim(request()))
        .editMetadata()
        .withUid("claim-uid")
        .endMetadata()
        .withNewStatus()
        .withPhase(phase)
        .endStatus()
        .build();
  }

  static String reason(Decision decision) {
    return ((Outcome.Wait) decision.outcome()).reason();
  }

  static RabbitDirectory.Spec spec(Decision decision) {
    return ((RabbitDirectory) ((Action.Create) decision.actions().getFirst()).object()).getSpec();
  }

  /**
   * Adds a directory that was asked for now.
   *
   * @param state the state that is asked for
   * @param phase what the Rabbit's agent reported; null when it has not
   */
  void directory(String rabbit, String state, String phase) {
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
