package warren.operator.workflows;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import warren.api.DriverEntry;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.Reading;
import warren.dw.WorkflowState;
import warren.operator.entries.Entry;
import warren.operator.entries.EntryStatus;
import warren.operator.entries.SeenWorkflow;

/** Decides what a workflow needs next. Pure. */
public final class Lifecycle {
  /** All that is made for a workflow carries its name as the value of a label. */
  private static final int LONGEST_NAME = 63;

  private Lifecycle() {}

  /**
   * The next step.
   *
   * @param reading the workflow's directives; asked for only before Proposal
   */
  public static Step next(SeenWorkflow workflow, Supplier<Reading> reading) {
    if (workflow.isBeingDeleted()) {
      return last(workflow);
    }
    if (!workflow.hasFinalizer()) {
      return new Step.Keep();
    }
    if (workflow.state().isEmpty()) {
      return first(workflow, reading);
    }
    WorkflowState state = workflow.state().get();
    if (state != workflow.desired()) {
      return new Step.Enter(workflow.desired());
    }
    if (workflow.isReady()) {
      return isFollowed(workflow) ? new Step.Follow(state) : new Step.Rest(Optional.empty());
    }
    return isRefused(workflow)
        ? new Step.Rest(Optional.of("its directives cannot be read"))
        : new Step.Drive(state);
  }

  /** Whether what was begun in the workflow's state goes on though the state is ready. */
  public static boolean isFollowed(SeenWorkflow workflow) {
    return workflow.isReady()
        && !workflow.isBeingDeleted()
        && workflow.desired() == WorkflowState.PRE_RUN
        && workflow.state().equals(Optional.of(WorkflowState.PRE_RUN));
  }

  /** A workflow that is being deleted goes through Teardown, whatever its manager wants. */
  private static Step last(SeenWorkflow workflow) {
    if (!workflow.hasFinalizer()) {
      return new Step.Rest(Optional.of("others keep it"));
    }
    List<Entry> teardown = workflow.entriesOf(WorkflowState.TEARDOWN);
    if (teardown.stream().allMatch(Entry::completed)) {
      return new Step.Release();
    }
    return workflow.state().equals(Optional.of(WorkflowState.TEARDOWN))
        ? new Step.Drive(WorkflowState.TEARDOWN)
        : new Step.Enter(WorkflowState.TEARDOWN);
  }

  private static Step first(SeenWorkflow workflow, Supplier<Reading> directives) {
    String name = workflow.identity().name();
    if (name.length() > LONGEST_NAME) {
      return new Step.Refuse(
          List.of(
              Finding.error(
                      new Code("unusable-name"),
                      Blame.WLM,
                      "The workflow's name '%s' has %s characters, and %s are allowed."
                          .formatted(name, name.length(), LONGEST_NAME))
                  .hint("Use a shorter name for the workflow.")));
    }
    Reading reading = directives.get();
    if (!reading.accepted()) {
      return new Step.Refuse(reading.findings());
    }
    return new Step.Begin(
        reading.registrations().stream()
            .map(
                registration ->
                    new DriverEntry(
                        registration.driver(),
                        "",
                        registration.directive(),
                        registration.state().word(),
                        0L,
                        false,
                        EntryStatus.PENDING.word(),
                        null,
                        null,
                        null))
            // A rule can list a state twice: one entry of each driver, directive and state.
            .distinct()
            .toList());
  }

  /**
   * Only a refused workflow is in error without an entry that is. Without entries, but not in
   * error, is one whose rules register no driver.
   */
  private static boolean isRefused(SeenWorkflow workflow) {
    return workflow.state().equals(Optional.of(WorkflowState.PROPOSAL))
        && workflow.word().equals(Optional.of(EntryStatus.ERROR.word()))
        && workflow.entries().isEmpty();
  }
}
