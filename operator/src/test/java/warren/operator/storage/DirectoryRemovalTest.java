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
import static warren.operator.storage.Told.names;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;

/** How storage is removed, in the middle of its making too. */
final class DirectoryRemovalTest {
  private static final DirectoryProvider PROVIDER = new DirectoryProvider(SETTINGS);

  private final StorageFixture storage = new StorageFixture();

  @Test
  void tearingDownNothingIsDoneAtOnce() {
    assertThat(remove()).isEqualTo(Decision.done());
  }

  @Test
  void tearingDownTakesOneThingAfterTheOther() {
    storage.directory("rabbit-0", "Present", "Present");
    storage.directory("rabbit-1", "Present", "Present");
    storage.claim = Optional.of(storage.claim("Bound"));
    storage.volume = Optional.of(OBJECTS.volume(storage.request(), storage.claim.get()));
    assertThat(names(remove())).containsExactly("wf-0-storage");

    storage.claim = Optional.empty();
    assertThat(names(remove())).containsExactly(ON_0, ON_1);
    assertThat(remove().actions())
        .allSatisfy(
            action -> {
              Action.Replace replace = (Action.Replace) action;
              assertThat(replace.path()).isEqualTo("/spec/state");
              assertThat(replace.value()).isEqualTo("Absent");
            });

    storage.directories.clear();
    storage.directory("rabbit-0", "Absent", "Absent");
    storage.directory("rabbit-1", "Absent", "Present");
    assertThat(remove().actions()).isEmpty();

    storage.directories.removeLast();
    storage.directory("rabbit-1", "Absent", "Absent");
    assertThat(names(remove())).containsExactly(VOLUME, ON_0, ON_1);

    storage.volume = Optional.empty();
    storage.directories.clear();
    assertThat(remove()).isEqualTo(Decision.done());
  }

  @Test
  void theVolumeKnowsOfDirectoriesThatNoObjectAsksFor() {
    storage.volume = Optional.of(OBJECTS.volume(storage.request(), storage.claim("Bound")));
    storage.computes = List.of();

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
    storage.directory("rabbit-0", "Present", null);

    assertThat(names(remove())).containsExactly(ON_0);
  }

  @Test
  void whoeverWaitsForARabbitSaysForWhichAndLooksAgain() {
    storage.directory("rabbit-0", "Absent", null);
    storage.directory("rabbit-1", "Absent", "Absent");
    assertThat(reason(remove()))
        .isEqualTo("The directories of the storage my-data are being removed on rabbit-0.");

    storage.complaints = Map.of("rabbit-0", "the Warren agent on this Rabbit is away since then");
    assertThat(remove().outcome())
        .isEqualTo(
            new Outcome.Wait(
                "The directories of the storage my-data are being removed on rabbit-0 (the Warren"
                    + " agent on this Rabbit is away since then). If that Rabbit is gone for good,"
                    + " an administrator has to take the finalizer warren.internal/workflow from"
                    + " the Workflow.",
                Optional.of(NOW.plusSeconds(5))));
  }

  private Decision remove() {
    return PROVIDER.remove(storage.found(), "the storage my-data", NOW);
  }
}
