package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.api.NnfContainerProfile;
import warren.api.Workflow;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.FakeCluster;
import warren.operator.Fixtures;
import warren.operator.NoObjects;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.driver.JobPlaces;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;
import warren.profile.ProfileCatalog;

class ContainerDriverTest {
  private static final String DIRECTIVE = "#DW container name=slushy profile=prof";
  private static final JobPlaces COMPLETE =
      new JobPlaces(List.of("compute-0"), Containers.PLACES.layout());
  private static final JobPlaces WITHOUT_NODE =
      new JobPlaces(List.of("compute-0"), Containers.PLACES.layout(), List.of("rabbit-0"));

  private FakeCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"PROPOSAL", "SETUP"})
  void aRabbitThatIsNoNodeFailsTheFirstStateInWhichTheComputesAreKnown(WorkflowState state) {
    Outcome outcome = decide(state, WITHOUT_NODE).outcome();

    assertThat(((Outcome.Fail) outcome).findings())
        .extracting(Finding::message)
        .containsExactly("The Rabbit rabbit-0 is not a node of the cluster.");
    assertThat(cluster.requests()).isEmpty();
  }

  @Test
  void setupNeedsNothingElse() {
    assertThat(decide(WorkflowState.SETUP, COMPLETE)).isEqualTo(Decision.done());
    assertThat(decide(WorkflowState.SETUP, new JobPlaces(List.of(), Optional.empty())))
        .isEqualTo(Decision.done());
  }

  private Decision decide(WorkflowState state, JobPlaces places) {
    Workflow workflow =
        Fixtures.in(state, Fixtures.entry(Names.CONTAINER_DRIVER, 0, state, "Driver_wait", null));
    SeenWorkflow seen = new SeenWorkflow(workflow);
    WorkflowSnapshot snapshot =
        new WorkflowSnapshot(
            seen,
            new WorkflowDraft(seen),
            new WorkflowSnapshot.Sources(
                () ->
                    new DirectiveReader(RuleBook.standard())
                        .read(JobScript.ofDirectives(List.of(DIRECTIVE))),
                () -> places,
                new OneCatalog(),
                new NoObjects(),
                new NoObjects()));
    return new ContainerDriver(cluster.client(), "nnf-system")
        .decide(snapshot, seen.entriesOf(state).getFirst(), Fixtures.ENTERED);
  }

  private static final class OneCatalog implements ProfileCatalog {
    @Override
    public Optional<NnfContainerProfile> find(String name) {
      return Optional.of(
          Serialization.unmarshal(
              """
              apiVersion: nnf.cray.hpe.com/v1alpha1
              kind: NnfContainerProfile
              metadata: {name: prof, namespace: nnf-system}
              data: {spec: {containers: [{name: app, image: "i:1"}]}}
              """,
              NnfContainerProfile.class));
    }

    @Override
    public List<String> names() {
      return List.of("prof");
    }
  }
}
