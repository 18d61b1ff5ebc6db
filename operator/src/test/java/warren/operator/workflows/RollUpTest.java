package warren.operator.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.entry;
import static warren.operator.Fixtures.in;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.api.DriverEntry;
import warren.dw.WorkflowState;
import warren.operator.entries.SeenWorkflow;

final class RollUpTest {
  private static final WorkflowState STATE = WorkflowState.SETUP;

  @Test
  void noEntriesAreReady() {
    assertThat(rollUp()).isEqualTo(new RollUp(true, "Completed", Optional.empty()));
  }

  @Test
  void oneThatIsUnderWayMakesAllWait() {
    assertThat(rollUp(one(0, "Completed", null), one(1, "Running", "busy")))
        .isEqualTo(new RollUp(false, "DriverWait", Optional.of("DW Directive 1: busy")));
  }

  @Test
  void anErrorOutranksEverythingAndTheLastMessageOfTheWorstIsShown() {
    assertThat(
            rollUp(
                one(0, "Error", "first"),
                one(1, "Error", "second"),
                one(2, "Error", null),
                one(3, "Running", "busy")))
        .isEqualTo(new RollUp(false, "Error", Optional.of("DW Directive 1: second")));
  }

  @Test
  void anAbsentStatusIsPending() {
    DriverEntry entry =
        new DriverEntry("d", "", 0, STATE.word(), 0L, false, null, null, null, null);

    assertThat(rollUp(entry)).isEqualTo(new RollUp(false, "DriverWait", Optional.empty()));
  }

  @Test
  void completedWithoutTheFlagIsShownAsCompletedButNotReady() {
    DriverEntry entry =
        new DriverEntry("d", "", 0, STATE.word(), 0L, false, "Completed", null, null, null);

    assertThat(rollUp(entry)).isEqualTo(new RollUp(false, "Completed", Optional.empty()));
  }

  private static DriverEntry one(int directive, String status, String message) {
    return entry("d", directive, STATE, status, message);
  }

  private static RollUp rollUp(DriverEntry... entries) {
    return RollUp.of(new SeenWorkflow(in(STATE, entries)).entriesOf(STATE));
  }
}
