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

import java.util.List;
import java.util.Optional;

/** What NNF's own rule set asks for, as data. */
final class StandardRules {
  private static final String DRIVER = "nnf";

  private static final ValueForm NAME = text("^[a-z][a-z0-9-]+$");
  private static final ValueForm CAPACITY = text("^[0-9]+(KB|KiB|MB|MiB|GB|GiB|TB|TiB)$");
  private static final ValueForm FILE_SYSTEM = text("^(raw|xfs|gfs2|lustre)$");
  private static final ValueForm REQUIRES =
      new ValueForm.TextList(
          List.of(Expression.of("^copy-offload$"), Expression.of("^user-container-auth$")));
  private static final ValueForm ANYTHING = new ValueForm.Text(Optional.empty());

  private static final List<WorkflowState> AROUND_RUN =
      List.of(PROPOSAL, SETUP, PRE_RUN, POST_RUN, TEARDOWN);

  private StandardRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "jobdw",
            DRIVER,
            AROUND_RUN,
            List.of(
                required("^type$", FILE_SYSTEM),
                required("^capacity$", CAPACITY),
                required("^name$", NAME).uniqueIn("jobdw_name"),
                optional("^profile$", NAME),
                optional("^requires$", REQUIRES))),
        new Rule(
            "create_persistent",
            DRIVER,
            List.of(PROPOSAL, SETUP, TEARDOWN),
            List.of(
                required("^type$", FILE_SYSTEM),
                optional("^capacity$", CAPACITY),
                required("^name$", NAME).uniqueIn("create_persistent_name"),
                optional("^profile$", NAME))),
        new Rule(
            "destroy_persistent",
            DRIVER,
            List.of(PROPOSAL, TEARDOWN),
            List.of(required("^name$", NAME).uniqueIn("destroy_persistent_name"))),
        new Rule(
            "persistentdw",
            DRIVER,
            AROUND_RUN,
            List.of(required("^name$", NAME), optional("^requires$", REQUIRES))),
        new Rule("copy_in", DRIVER, List.of(PROPOSAL, DATA_IN, TEARDOWN), copy()),
        new Rule("copy_out", DRIVER, List.of(PROPOSAL, DATA_OUT, TEARDOWN), copy()),
        new Rule(
            "container",
            DRIVER,
            AROUND_RUN,
            List.of(
                required("^name$", NAME),
                required("^profile$", NAME),
                optional("^DW_JOB_[a-z][a-z0-9_]+$", ANYTHING),
                optional("^DW_PERSISTENT_[a-z][a-z0-9_]+$", ANYTHING),
                optional("^DW_GLOBAL_[a-z][a-z0-9_]+$", ANYTHING))));
  }

  private static List<RuleDefinition> copy() {
    return List.of(
        required("^source$", ANYTHING),
        required("^destination$", ANYTHING),
        optional("^profile$", NAME));
  }

  private static ValueForm text(String pattern) {
    return new ValueForm.Text(Optional.of(Expression.of(pattern)));
  }
}
