package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cluster.CommandResult;
import warren.dw.WorkflowState;

/** Who may write what of a Workflow's status: the API server says so. */
@ExtendWith(Lab.Extension.class)
class DriverEntriesTest {
  private static final String OPERATOR = "system:serviceaccount:warren-system:warren-operator";
  private static final String RUNNER = "system:serviceaccount:warren-system:warren-runner";
  private static final String NAME = "entries";

  private final Lab lab;
  private final TestNamespace namespace;

  DriverEntriesTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @Test
  void entriesStayAsRegisteredAndAreTheirDriversToChange() throws InterruptedException {
    try (DrivenJob job = new DrivenJob(namespace, NAME, "red-rock-slushy")) {
      job.reach(WorkflowState.PROPOSAL);
      String complete =
          "[{'op':'replace','path':'/status/drivers/1/completed','value':true},"
              + "{'op':'replace','path':'/status/drivers/1/status','value':'Completed'}]";

      String say = "[{'op':'add','path':'/status/drivers/0/message','value':'x'}]";
      refused(RUNNER, say, "only a driver changes its entries");
      refused("", say, "only a driver changes its entries");
      refused(
          RUNNER,
          "[{'op':'remove','path':'/status/drivers/9'}]",
          "stay those that were registered");
      refused(
          RUNNER,
          "[{'op':'replace','path':'/status/ready','value':false}]",
          "only Warren's operator says in which state");
      refused(
          RUNNER,
          "[{'op':'add','path':'/status/env/A','value':'b'}]",
          "only the operator and the drivers say");
      refused(
          RUNNER,
          "[{'op':'add','path':'/metadata/annotations','value':{'warren.internal/mount-0':'x'}}]",
          "only the operator and the drivers say");

      refused(OPERATOR, complete, "only driver entries of the current state change");
      refused(
          OPERATOR,
          "[{'op':'replace','path':'/status/drivers/0/completed','value':false}]",
          "what is completed stays completed");
      refused(
          OPERATOR,
          "[{'op':'move','from':'/status/drivers/0','path':'/status/drivers/1'}]",
          "stay those that were registered, in their order");
      refused(
          OPERATOR,
          "[{'op':'remove','path':'/status/drivers'}]",
          "stay those that were registered");
    }
  }

  @Test
  void aNewWorkflowBringsNoEntries() {
    CommandResult refused =
        lab.cluster()
            .kubectl(
                List.of("create", "--as=" + RUNNER, "-f", "-"),
                """
                apiVersion: dataworkflowservices.github.io/v1alpha7
                kind: Workflow
                metadata: {name: %s, namespace: %s}
                spec:
                  {desiredState: Proposal, wlmID: w, jobID: 1, userID: 1050, groupID: 1051, dwDirectives: []}
                status:
                  drivers:
                  - {driverID: d, taskID: "", dwdIndex: 0, watchState: Setup, lastHB: 0, completed: false}
                """
                    .formatted(NAME, namespace.name()));

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.stderr()).contains("a new workflow has no driver entries");
  }

  /**
   * A write that is refused.
   *
   * @param user who writes; the administrator when empty
   * @param patch JSON with single quotes
   */
  private void refused(String user, String patch, String why) {
    List<String> arguments =
        new ArrayList<>(
            List.of("patch", "workflow", NAME, "-n", namespace.name(), "--dry-run=server"));
    arguments.addAll(List.of("--type=json", "-p", patch.replace('\'', '"')));
    if (!user.isEmpty()) {
      arguments.add("--as=" + user);
    }
    CommandResult written = lab.cluster().kubectl(arguments);
    assertThat(written.exitCode()).as(patch).isNotZero();
    assertThat(written.stderr()).contains(why);
  }
}
