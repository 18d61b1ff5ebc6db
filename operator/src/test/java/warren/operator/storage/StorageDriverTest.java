package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.api.NnfContainerProfile;
import warren.api.RabbitDirectory;
import warren.api.Workflow;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.Fixtures;
import warren.operator.NoObjects;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.driver.JobPlaces;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;
import warren.operator.entries.EntryStatus;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;
import warren.plan.ComputePlace;
import warren.plan.MachineLayout;
import warren.profile.ProfileCatalog;

/** What the driver makes of a provider's answers, state by state. */
final class StorageDriverTest {
  private static final Instant NOW = Fixtures.ENTERED.plusSeconds(1);
  private static final String DIRECTIVE = "#DW jobdw type=lustre capacity=1GiB name=my-data";
  private static final StorageDriver DRIVER =
      new StorageDriver(
          new StorageSettings("warren-system", Path.of("/mnt/shared"), Path.of("/mnt/local")));

  private String directive = DIRECTIVE;
  private List<String> computes = List.of("compute-0");
  private final Objects objects = new Objects();

  @ParameterizedTest
  @CsvSource({"PROPOSAL", "DATA_IN", "POST_RUN", "DATA_OUT"})
  void inMostStatesThereIsNothingToDo(WorkflowState state) {
    assertThat(decide(state)).isEqualTo(Decision.done());
  }

  @Test
  void setupDoesNotWaitForComputesButPreRunNeedsThem() {
    computes = List.of();

    assertThat(decide(WorkflowState.SETUP)).isEqualTo(Decision.done());
    assertThat(Told.failure(decide(WorkflowState.PRE_RUN))).startsWith("Nobody has named");
  }

  @Test
  void whatIsOfferedIsToldToContainersByAnAnnotationAndToTheJobByAVariable() {
    makeAll();
    String path = "/mnt/nnf/" + Fixtures.UID + "-0";
    Map<String, String> told =
        Map.of("warren.internal/mount-0", "{\"claim\":\"wf-0-storage\",\"path\":\"" + path + "\"}");

    assertThat(decide(WorkflowState.SETUP))
        .isEqualTo(new Decision(new Outcome.Done(Map.of()), List.of(), told));
    assertThat(decide(WorkflowState.PRE_RUN))
        .isEqualTo(new Decision(new Outcome.Done(Map.of("DW_JOB_my_data", path)), List.of(), told));
  }

  @Test
  void whatIsNoStorageFailsBeforeTheJobRuns() {
    directive = "#DW persistentdw name=other";

    assertThat(Told.failure(decide(WorkflowState.PROPOSAL))).startsWith("Only jobdw is understood");
  }

  @Test
  void removalNeedsNoDirectiveThatCanBeRead() {
    makeAll();
    directive = "#DW nonsense";

    assertThat(Told.names(decide(WorkflowState.TEARDOWN))).containsExactly("wf-0-storage");
    assertThat(((Outcome.Wait) decide(WorkflowState.TEARDOWN).outcome()).reason())
        .isEqualTo("The claim of storage directive 0 is being removed.");
  }

  @Test
  void removalWaitsForContainersWhoeverTheirDriverIs() {
    makeAll();
    Workflow workflow =
        Fixtures.in(
            WorkflowState.TEARDOWN,
            Fixtures.entry(Names.CONTAINER_DRIVER, 1, WorkflowState.TEARDOWN, "Running", null));

    Decision decision = DRIVER.decide(snapshot(workflow), entry(WorkflowState.TEARDOWN), NOW);

    assertThat(decision)
        .isEqualTo(Decision.waitFor("The containers have to go before the storage my-data."));
  }

  @Test
  void aVolumeOfAnotherFolderIsNotRemoved() {
    makeAll();
    objects.claim = Optional.empty();
    objects.volume.orElseThrow().getSpec().getHostPath().setPath("/srv/data");

    assertThat(Told.failure(decide(WorkflowState.TEARDOWN)))
        .startsWith("The volume of the storage my-data is not below the storage roots");
  }

  private void makeAll() {
    for (Action action : decide(WorkflowState.SETUP).actions()) {
      switch (((Action.Create) action).object()) {
        case RabbitDirectory directory -> {
          directory.getMetadata().setGeneration(1L);
          directory.setStatus(new RabbitDirectory.Status("Present", null, 1L, null));
          objects.directory = Optional.of(directory);
        }
        case PersistentVolumeClaim claim ->
            objects.claim =
                Optional.of(
                    new PersistentVolumeClaimBuilder(claim)
                        .editMetadata()
                        .withUid("claim-uid")
                        .endMetadata()
                        .withNewStatus()
                        .withPhase("Bound")
                        .endStatus()
                        .build());
        default -> throw new IllegalStateException("unexpected: " + action);
      }
    }
    Action.Create volume = (Action.Create) decide(WorkflowState.SETUP).actions().getFirst();
    objects.volume =
        Optional.of(new PersistentVolumeBuilder((PersistentVolume) volume.object()).build());
  }

  private Decision decide(WorkflowState state) {
    return DRIVER.decide(snapshot(Fixtures.in(state)), entry(state), NOW);
  }

  private static Entry entry(WorkflowState state) {
    return new Entry(
        0, Names.STORAGE_DRIVER, 0, state, EntryStatus.RUNNING, false, Optional.empty());
  }

  private WorkflowSnapshot snapshot(Workflow workflow) {
    SeenWorkflow seen = new SeenWorkflow(workflow);
    Reading reading =
        new DirectiveReader(RuleBook.standard()).read(JobScript.ofDirectives(List.of(directive)));
    return new WorkflowSnapshot(
        seen,
        new WorkflowDraft(seen),
        new WorkflowSnapshot.Sources(
            () -> reading,
            () ->
                new JobPlaces(
                    computes,
                    Optional.of(
                        new MachineLayout(
                            Map.of("compute-0", new ComputePlace("compute-0", "rabbit-0", 0))))),
            new NoProfiles(),
            objects,
            objects));
  }

  /** What is in the cluster; each test changes what it is about. */
  private static final class Objects extends NoObjects {
    private Optional<RabbitDirectory> directory = Optional.empty();
    private Optional<PersistentVolumeClaim> claim = Optional.empty();
    private Optional<PersistentVolume> volume = Optional.empty();

    @Override
    public List<RabbitDirectory> directories() {
      return directory.stream().toList();
    }

    @Override
    public List<PersistentVolumeClaim> claims() {
      return claim.stream().toList();
    }

    @Override
    public List<PersistentVolume> volumes() {
      return volume.stream().toList();
    }
  }

  private static final class NoProfiles implements ProfileCatalog {
    @Override
    public Optional<NnfContainerProfile> find(String name) {
      return Optional.empty();
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }
}
