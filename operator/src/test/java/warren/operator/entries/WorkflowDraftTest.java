package warren.operator.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.created;
import static warren.operator.Fixtures.entry;
import static warren.operator.Fixtures.in;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import warren.api.Workflow;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.operator.Fixtures;
import warren.operator.decision.Outcome;

final class WorkflowDraftTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:06:00Z");

  @Test
  void nothingIsSentWhenNothingChanges() {
    Workflow workflow =
        in(WorkflowState.SETUP, entry("d", 0, WorkflowState.SETUP, "Running", "busy"));
    SeenWorkflow seen = new SeenWorkflow(workflow);
    WorkflowDraft draft = new WorkflowDraft(seen);

    draft.entry(seen.entries().getFirst(), new Outcome.Wait("busy", Optional.empty()), NOW);
    draft.tell("DriverWait", "");

    assertThat(draft.patch()).isEmpty();
  }

  @Test
  void aPatchTestsTheVersionThatItWasComputedFrom() {
    Workflow workflow =
        in(
            WorkflowState.SETUP,
            entry("other", 0, WorkflowState.SETUP, "Pending", null),
            entry("d", 1, WorkflowState.SETUP, "Pending", null));
    workflow.getMetadata().setResourceVersion("17");
    SeenWorkflow seen = new SeenWorkflow(workflow);
    WorkflowDraft draft = new WorkflowDraft(seen);

    draft.entry(seen.entries().get(1), new Outcome.Wait("busy", Optional.empty()), NOW);

    assertThat(lines(draft))
        .containsExactly(
            "test /metadata/uid \"" + Fixtures.UID + "\"",
            "test /metadata/resourceVersion \"17\"",
            "replace /status/drivers/1/status \"Running\"",
            "add /status/drivers/1/message \"busy\"");
  }

  @Test
  void whatIsDecidedAboutAnEntryIsVisibleAtOnce() {
    SeenWorkflow seen =
        new SeenWorkflow(
            in(WorkflowState.SETUP, entry("d", 0, WorkflowState.SETUP, "Pending", null)));
    WorkflowDraft draft = new WorkflowDraft(seen);

    draft.entry(seen.entries().getFirst(), new Outcome.Done(Map.of()), NOW);

    assertThat(draft.entriesOf(WorkflowState.SETUP))
        .containsExactlyElementsOf(draft.seen().entriesOf(WorkflowState.SETUP))
        .allMatch(Entry::completed);
  }

  @Test
  void registeredEntriesAreVisibleAtOnce() {
    WorkflowDraft draft = new WorkflowDraft(new SeenWorkflow(created()));

    draft.register(
        List.of(
            entry("d", 0, WorkflowState.PROPOSAL, "Pending", null),
            entry("d", 0, WorkflowState.SETUP, "Pending", null)));

    assertThat(draft.entriesOf(WorkflowState.SETUP)).extracting(Entry::position).containsExactly(1);
    assertThat(draft.seen().entriesOf(WorkflowState.SETUP))
        .isEqualTo(draft.entriesOf(WorkflowState.SETUP));
  }

  @Test
  void whatIsTriedAgainSaysSinceWhenAndWhen() {
    SeenWorkflow seen =
        new SeenWorkflow(
            in(WorkflowState.SETUP, entry("d", 0, WorkflowState.SETUP, "Pending", null)));
    WorkflowDraft draft = new WorkflowDraft(seen);
    Finding finding = Finding.error(new Code("one"), Blame.INTERNAL, "The cluster is away.");

    draft.entry(
        seen.entries().getFirst(), new Outcome.Retry(finding, NOW, NOW.plusSeconds(2)), NOW);

    assertThat(draft.entriesOf(WorkflowState.SETUP).getFirst().progress())
        .isEqualTo(EntryStatus.TRANSIENT_CONDITION);
    assertThat(draft.seen().entries().getFirst().message())
        .contains(
            "Internal error: The cluster is away. Since 2026-11-21T10:06:00Z,"
                + " tried again at 2026-11-21T10:06:02Z.");
  }

  @Test
  void beingDoneLeavesNoMessageAndAddsVariables() {
    SeenWorkflow seen =
        new SeenWorkflow(
            in(WorkflowState.PRE_RUN, entry("d", 0, WorkflowState.PRE_RUN, "Running", "busy")));
    WorkflowDraft draft = new WorkflowDraft(seen);

    draft.entry(seen.entries().getFirst(), new Outcome.Done(Map.of("DW_JOB_x", "/mnt")), NOW);

    assertThat(lines(draft))
        .contains(
            "add /status/env/DW_JOB_x \"/mnt\"",
            "replace /status/drivers/0/completed true",
            "replace /status/drivers/0/status \"Completed\"",
            "add /status/drivers/0/completeTime \"2026-11-21T10:06:00.000000Z\"",
            "remove /status/drivers/0/message");
    assertThat(draft.seen().entries().getFirst().completed()).isTrue();
  }

  @Test
  void aFailureTellsWhoseItIsOneFindingALine() {
    SeenWorkflow seen =
        new SeenWorkflow(
            in(WorkflowState.PRE_RUN, entry("d", 0, WorkflowState.PRE_RUN, "Running", null)));
    WorkflowDraft draft = new WorkflowDraft(seen);
    Finding one = Finding.error(new Code("one"), Blame.USER, "This is wrong.").hint("Mend it.");
    Finding two =
        Finding.error(new Code("two"), Blame.INTERNAL, "That too.").detail("secret a/b has no key");

    draft.entry(seen.entries().getFirst(), new Outcome.Fail(List.of(one, two)), NOW);

    assertThat(draft.seen().entries().getFirst().message())
        .contains("User error: This is wrong. Mend it.\nInternal error: That too.");
    assertThat(draft.seen().resource().getStatus().drivers().getFirst().error())
        .as("an administrator has the detail where there is one")
        .isEqualTo("user error: This is wrong. Mend it.\ninternal error: secret a/b has no key");
  }

  @Test
  void whatIsTriedAgainHasNoErrorAnyMore() {
    SeenWorkflow seen =
        new SeenWorkflow(
            in(WorkflowState.TEARDOWN, entry("d", 0, WorkflowState.TEARDOWN, "Running", null)));
    WorkflowDraft draft = new WorkflowDraft(seen);
    Finding trouble = Finding.error(new Code("one"), Blame.INTERNAL, "It does not go.");
    draft.entry(seen.entries().getFirst(), new Outcome.Fail(List.of(trouble)), NOW);

    draft.entry(seen.entries().getFirst(), new Outcome.Wait("busy", Optional.empty()), NOW);

    assertThat(draft.seen().resource().getStatus().drivers().getFirst().error()).isNull();
  }

  @Test
  void theFirstWriteMakesTheWholeStatus() {
    WorkflowDraft draft = new WorkflowDraft(new SeenWorkflow(created()));

    draft.enter(WorkflowState.PROPOSAL, NOW);
    draft.env(Map.of("DW_WORKFLOW_NAME", "wf"));
    draft.register(List.of(entry("d", 0, WorkflowState.PROPOSAL, "Pending", null)));

    assertThat(lines(draft)).hasSize(2).last().asString().startsWith("add /status {");
  }

  @Test
  void anAbsentListOfFinalizersIsAddedAndOneIsTakenFromAmongOthers() {
    WorkflowDraft draft = new WorkflowDraft(new SeenWorkflow(created()));
    draft.addFinalizer();
    assertThat(lines(draft)).contains("add /metadata/finalizers [\"warren.internal/workflow\"]");

    Workflow workflow = created();
    workflow.getMetadata().setFinalizers(List.of("a/b", "warren.internal/workflow", "c/d"));
    WorkflowDraft last = new WorkflowDraft(new SeenWorkflow(workflow));
    last.removeFinalizer();
    assertThat(lines(last))
        .containsExactly(
            "test /metadata/uid \"" + Fixtures.UID + "\"",
            "replace /metadata/finalizers/1 \"c/d\"",
            "remove /metadata/finalizers/2");
  }

  @Test
  void theKeyOfAnAnnotationIsEscaped() {
    Workflow workflow = created();
    workflow.getMetadata().setAnnotations(Map.of("a", "b"));
    WorkflowDraft draft = new WorkflowDraft(new SeenWorkflow(workflow));

    draft.annotate(Map.of("warren.internal/pinned-profile-1", "sha256:0"));

    assertThat(lines(draft))
        .contains("add /metadata/annotations/warren.internal~1pinned-profile-1 \"sha256:0\"");
  }

  private static List<String> lines(WorkflowDraft draft) {
    return StreamSupport.stream(draft.patch().spliterator(), false)
        .map(WorkflowDraftTest::line)
        .toList();
  }

  private static String line(JsonNode change) {
    String value = change.has("value") ? " " + change.get("value") : "";
    return change.get("op").asText() + " " + change.get("path").asText() + value;
  }
}
