package warren.operator.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static warren.operator.Fixtures.created;
import static warren.operator.Fixtures.entry;
import static warren.operator.Fixtures.in;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import warren.api.DriverEntry;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.dw.WorkflowState;
import warren.operator.Fixtures;
import warren.plan.UserIdentity;

final class SeenWorkflowTest {
  private static final String GROUPS = "warren.internal/supplementary-groups";

  static Stream<Arguments> annotations() {
    return Stream.of(
        Arguments.of(null, List.of()),
        Arguments.of(Map.of(), List.of()),
        Arguments.of(Map.of("a", "100"), List.of()),
        Arguments.of(Map.of(GROUPS, ""), List.of()),
        Arguments.of(Map.of(GROUPS, "100"), List.of(100L)),
        Arguments.of(Map.of(GROUPS, "100,200", "a", "300"), List.of(100L, 200L)),
        Arguments.of(Map.of(GROUPS, "wheel,-1,200"), List.of(200L)));
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void theUserIsInTheGroupsOfTheAnnotation(Map<String, String> annotations, List<Long> groups) {
    Workflow workflow = created();
    workflow.getMetadata().setAnnotations(annotations);

    assertThat(new SeenWorkflow(workflow).user()).isEqualTo(new UserIdentity(1050, 1051, groups));
  }

  @Test
  void theUserHasTheNameOfTheAnnotationIfItIsOne() {
    Workflow workflow = created();
    workflow.getMetadata().setAnnotations(Map.of("warren.internal/user-name", "ann"));
    Workflow forged = created();
    forged.getMetadata().setAnnotations(Map.of("warren.internal/user-name", "ann:x:0:0"));

    assertThat(new SeenWorkflow(workflow).user().name()).contains("ann");
    assertThat(new SeenWorkflow(forged).user().name()).isEmpty();
  }

  @Test
  void anAnnotationWithoutAValueCountsAsNone() {
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put("a", null);
    annotations.put("b", "");
    Workflow workflow = created();
    workflow.getMetadata().setAnnotations(annotations);

    assertThat(new SeenWorkflow(workflow).annotation("a")).isEmpty();
    assertThat(new SeenWorkflow(workflow).annotation("b")).contains("");
  }

  @Test
  void whatNobodyHasLookedAtYetHasNoStateAndIsAsOldAsItsState() {
    SeenWorkflow seen = new SeenWorkflow(created());

    assertThat(seen.state()).isEmpty();
    assertThat(seen.word()).isEmpty();
    assertThat(seen.isReady()).isFalse();
    assertThat(seen.hasComputes()).isFalse();
    assertThat(seen.hasFinalizer()).isFalse();
    assertThat(seen.entries()).isEmpty();
    assertThat(seen.stateEntered()).isEqualTo(Fixtures.CREATED);
  }

  @Test
  void whatIsUnderWayTellsItsState() {
    SeenWorkflow seen = new SeenWorkflow(in(WorkflowState.SETUP));

    assertThat(seen.told()).isEqualTo("default/wf");
    assertThat(seen.state()).contains(WorkflowState.SETUP);
    assertThat(seen.desired()).isEqualTo(WorkflowState.SETUP);
    assertThat(seen.word()).contains("DriverWait");
    assertThat(seen.hasComputes()).isTrue();
    assertThat(seen.hasFinalizer()).isTrue();
    assertThat(seen.created()).isEqualTo(Fixtures.CREATED);
    assertThat(seen.stateEntered()).isEqualTo(Fixtures.ENTERED);
    assertThat(seen.isBeingDeleted()).isFalse();
    assertThat(new SeenWorkflow(Fixtures.deleted(created())).isBeingDeleted()).isTrue();
  }

  @Test
  void brokenEntriesAreLeftOutAndTheOthersKeepTheirPositions() {
    DriverEntry good = entry("d", 1, WorkflowState.SETUP, "Pending", " ");
    SeenWorkflow seen =
        new SeenWorkflow(
            in(
                WorkflowState.SETUP,
                entry(null, 0, WorkflowState.SETUP, "Pending", null),
                good,
                watching("d", null, "Setup"),
                watching("d", 0, null),
                watching("d", 0, "Siesta"),
                entry("d", 2, WorkflowState.PRE_RUN, "Waiting", "so far")));

    assertThat(seen.entries()).extracting(Entry::position).containsExactly(1, 5);
    assertThat(seen.entries())
        .extracting(entry -> entry.message().orElse("none"))
        .containsExactly("none", "so far");
    assertThat(seen.entries()).extracting(Entry::progress).containsOnly(EntryStatus.PENDING);
    assertThat(seen.entriesOf(WorkflowState.PRE_RUN))
        .extracting(Entry::directive)
        .containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyASpecThatSaysSoForcesReady(boolean says) {
    Workflow workflow = created();
    workflow.setSpec(Fixtures.spec(WorkflowState.SETUP, says));
    assertThat(new SeenWorkflow(workflow).isForcedReady()).isEqualTo(says);

    workflow.setSpec(desiring("Setup"));
    assertThat(new SeenWorkflow(workflow).isForcedReady()).isFalse();
  }

  @Test
  void aStateThatDoesNotExistIsNotDesired() {
    Workflow workflow = created();
    workflow.setSpec(desiring("Siesta"));

    assertThatThrownBy(new SeenWorkflow(workflow)::desired)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("default/wf: no state is called Siesta");
  }

  private static DriverEntry watching(String driver, Integer directive, String state) {
    return new DriverEntry(driver, "", directive, state, 0L, false, "Pending", null, null, null);
  }

  private static WorkflowSpec desiring(String state) {
    return new WorkflowSpec(state, "wlm", null, 1050L, 1051L, null, null, null);
  }
}
