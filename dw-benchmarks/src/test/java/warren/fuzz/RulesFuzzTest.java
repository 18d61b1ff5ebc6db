package warren.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.dw.RuleObject;

/** Directives as they stand in a Workflow, by rule books that nobody should write. */
class RulesFuzzTest {
  private record Input(List<RuleObject> book, List<String> directives) {}

  @FuzzTest
  void anyRulesAreFollowed(FuzzedDataProvider data) {
    Made made = new Made(data);
    Input input = new Input(made.book(), made.directives());
    int choice = data.consumeInt(0, 2);
    Effort.bounded(() -> read(input, choice), () -> input);
  }

  private static void read(Input input, int choice) {
    JobScript script = JobScript.ofDirectives(input.directives);
    Invariants.hold(
        new DirectiveReader(RuleBook.of(input.book)),
        script,
        Text.ofDirectives(script.source(), input.directives),
        choice);
  }
}
