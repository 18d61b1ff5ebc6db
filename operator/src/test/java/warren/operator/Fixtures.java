package warren.operator;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.api.DriverEntry;
import warren.api.ResourceReference;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.names.WorkflowIdentity;
import warren.operator.entries.MicroTime;

/** Workflows for tests. */
public final class Fixtures {
  public static final String UID = "11111111-2222-3333-4444-555555555555";
  public static final WorkflowIdentity IDENTITY = new WorkflowIdentity("default", "wf", UID);
  public static final Instant CREATED = Instant.parse("2026-11-21T10:00:00Z");
  public static final Instant ENTERED = Instant.parse("2026-11-21T10:05:00Z");

  private Fixtures() {}

  /** A workflow that nobody has looked at yet. */
  public static Workflow created(String... directives) {
    Workflow workflow = new Workflow();
    workflow.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(IDENTITY.namespace())
            .withName(IDENTITY.name())
            .withUid(UID)
            .withCreationTimestamp(CREATED.toString())
            .build());
    workflow.setSpec(spec(WorkflowState.PROPOSAL, false, directives));
    return workflow;
  }

  /** A workflow in a state that its manager wants, with these entries. */
  public static Workflow in(WorkflowState state, DriverEntry... entries) {
    Workflow workflow = created("#DW jobdw type=gfs2 capacity=1GiB name=data");
    workflow.getMetadata().setFinalizers(new ArrayList<>(List.of(Names.FINALIZER)));
    workflow.setSpec(spec(state, false, "#DW jobdw type=gfs2 capacity=1GiB name=data"));
    workflow.setStatus(
        new WorkflowStatus(
            state.word(),
            false,
            "DriverWait",
            null,
            new LinkedHashMap<>(Map.of("DW_WORKFLOW_NAME", "wf")),
            new ArrayList<>(List.of(entries)),
            new ResourceReference("Computes", "wf", "default"),
            MicroTime.text(ENTERED),
            null,
            null));
    return workflow;
  }

  /** The same, but what its manager wants is another state. */
  public static Workflow wanting(WorkflowState desired, Workflow workflow) {
    workflow.setSpec(spec(desired, false, "#DW jobdw type=gfs2 capacity=1GiB name=data"));
    return workflow;
  }

  /** The same, being deleted. */
  public static Workflow deleted(Workflow workflow) {
    workflow.getMetadata().setDeletionTimestamp(ENTERED.toString());
    return workflow;
  }

  public static WorkflowSpec spec(WorkflowState desired, boolean forced, String... directives) {
    return new WorkflowSpec(
        desired.word(),
        Names.RUNNER_WLM,
        new IntOrString(7),
        1050L,
        1051L,
        false,
        forced,
        new ArrayList<>(List.of(directives)));
  }

  public static DriverEntry entry(
      String driver, int directive, WorkflowState state, String status, String message) {
    return new DriverEntry(
        driver,
        "",
        directive,
        state.word(),
        0L,
        "Completed".equals(status),
        status,
        message,
        null,
        null);
  }
}
