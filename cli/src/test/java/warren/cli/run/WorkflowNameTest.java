package warren.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkflowNameTest {
  @Test
  void namesAreShortLabelsOfRandomSigns() {
    assertThat(WorkflowName.next(new Random(1))).matches("warren-run-[a-z0-9]{6}");
    assertThat(WorkflowName.next(new Random(1))).isNotEqualTo(WorkflowName.next(new Random(2)));
  }
}
