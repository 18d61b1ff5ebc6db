package warren.dw;

import static warren.dw.RuleDefinition.optional;
import static warren.dw.RuleDefinition.required;
import static warren.dw.WorkflowState.DATA_IN;
import static warren.dw.WorkflowState.DATA_OUT;
import static warren.dw.WorkflowState.POST_RUN;
import static warren.dw.WorkflowState.PRE_RUN;
import static warren.dw.WorkflowState.PROPOSAL;
import static warren.dw.WorkflowState.SETUP;
import static warren.dw.WorkflowState.TEARDOWN;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rules that Warren ships: what NNF's own rule set asks for, with Warren's drivers. The same
 * rules stand in {@code deploy/rules/warren.yaml}, which a site installs; a test compares them.
 */
final class StandardRules {
  private static final ValueForm NAME = text("^[a-z][a-z0-9-]+$");
  private static final ValueForm CAPACITY = text("^[0-9]+(KB|KiB|MB|MiB|GB|GiB|TB|TiB)$");
  private static final ValueForm FILE_SYSTEM = text("^(raw|xfs|gfs2|lustre)$");
  private static final ValueForm REQUIRES =
      new ValueForm.TextList(
          List.of(Expression.of("^copy-offload$"), Expression.of("^user-container-auth$")));
  private static final ValueForm ANYTHING = new ValueForm.Text(Optional.empty());

  private static final List<WatchState> AROUND_RUN =
      states(PROPOSAL, SETUP, PRE_RUN, POST_RUN, TEARDOWN);

  /** The rule object {@code warren}. */
  static final RuleObject OBJECT = new RuleObject("warren", rules());

  static final RuleBook BOOK = RuleBook.of(List.of(OBJECT));

  private StandardRules() {}

  private static List<Rule> rules() {
    return List.of(
        rule(
            "jobdw",
            AROUND_RUN,
            required("^type$", FILE_SYSTEM),
            required("^capacity$", CAPACITY),
            required("^name$", NAME).uniqueIn("jobdw_name"),
            optional("^profile$", NAME),
            optional("^requires$", REQUIRES)),
        rule(
            "create_persistent",
            states(PROPOSAL, SETUP, TEARDOWN),
            required("^type$", FILE_SYSTEM),
            optional("^capacity$", CAPACITY),
            required("^name$", NAME).uniqueIn("create_persistent_name"),
            optional("^profile$", NAME)),
        rule(
            "destroy_persistent",
            states(PROPOSAL, TEARDOWN),
            required("^name$", NAME).uniqueIn("destroy_persistent_name")),
        rule(
            "persistentdw", AROUND_RUN, required("^name$", NAME), optional("^requires$", REQUIRES)),
        copy("copy_in", DATA_IN),
        copy("copy_out", DATA_OUT),
        rule(
            "container",
            AROUND_RUN,
            required("^name$", NAME),
            required("^profile$", NAME),
            optional("^DW_JOB_[a-z][a-z0-9_]+$", ANYTHING),
            optional("^DW_PERSISTENT_[a-z][a-z0-9_]+$", ANYTHING),
            optional("^DW_GLOBAL_[a-z][a-z0-9_]+$", ANYTHING)));
  }

  private static Rule copy(String command, WorkflowState moving) {
    return rule(
        command,
        states(PROPOSAL, moving, TEARDOWN),
        required("^source$", ANYTHING),
        required("^destination$", ANYTHING),
        optional("^profile$", NAME));
  }

  private static Rule rule(String command, List<WatchState> states, RuleDefinition... definitions) {
    String driver = command.equals("container") ? WarrenDrivers.CONTAINERS : WarrenDrivers.STORAGE;
    return new Rule(command, Optional.of(driver), states, List.of(definitions));
  }

  private static List<WatchState> states(WorkflowState... states) {
    return Arrays.stream(states).map(state -> new WatchState(state.word())).toList();
  }

  private static ValueForm text(String pattern) {
    return new ValueForm.Text(Optional.of(Expression.of(pattern)));
  }
}
