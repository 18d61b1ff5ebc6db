package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import warren.cli.install.Caller;
import warren.cluster.CommandResult;

/** A site adds a command and a driver of its own: a rule object, and a line in the policy. */
@Isolated("its rules and its line in the policy are everybody's")
@Order(Integer.MAX_VALUE - 2)
@ExtendWith(Lab.Extension.class)
class SiteRulesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String RUNNER = "system:serviceaccount:warren-system:warren-runner";
  private static final String VENDOR = "vendor-user";
  private static final String NAME = "bursting";
  private static final String SCRIPT = Script.of("#DW burst speed=3", "true");

  private static final String RULES =
      """
      apiVersion: dataworkflowservices.github.io/v1alpha7
      kind: DWDirectiveRule
      metadata: {name: site, namespace: warren-system}
      spec:
      - command: burst
        driverLabel: vendor
        watchStates: Proposal,Setup,Teardown
        ruleDefs:
        - {key: ^speed$, type: integer, min: 1, max: 9, isRequired: true, isValueRequired: true}
      """;

  private final Lab lab;
  private final TestNamespace namespace;

  SiteRulesTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @BeforeEach
  void addTheSitesDriver() {
    apply(RULES);
    policy("\"" + VENDOR + "\"");
    apply(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: vendor, namespace: %s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: warren-runner}
        subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %s}]
        """
            .formatted(namespace.name(), VENDOR));
  }

  @AfterEach
  void removeTheSitesDriver() {
    kubectl("delete", "--ignore-not-found", "dwdirectiverule", "site", "-n", "warren-system");
    kubectl("delete", "--ignore-not-found", "rolebinding", "vendor", "-n", namespace.name());
    policy("null");
    assertThat(namespace.left()).isEmpty();
  }

  @Test
  void aForeignDriversEntriesAreWaitedForAndRolledUp() {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(create("#DW burst speed=3")).isEmpty());
    await()
        .atMost(PATIENCE)
        .until(() -> status("drivers[*].driverID").equals("vendor vendor vendor"));
    assertThat(status("ready")).isEqualTo("false");

    change(0, "'completed','value':true", "'status','value':'Completed'");
    await().atMost(PATIENCE).until(() -> status("ready").equals("true"));

    advance("Setup");
    await().atMost(PATIENCE).until(() -> status("state").equals("Setup"));
    change(1, "'status','value':'Error'", "'message','value':'User error: No burst left.'");
    await().atMost(PATIENCE).until(() -> status("status").equals("Error"));
    assertThat(status("message")).isEqualTo("DW Directive 0: User error: No burst left.");

    advance("Teardown");
    await().atMost(PATIENCE).until(() -> status("state").equals("Teardown"));
    change(2, "'completed','value':true", "'status','value':'Completed'");
    await().atMost(PATIENCE).until(() -> status("ready").equals("true"));
    kubectl("delete", "workflow", NAME, "-n", namespace.name()).orThrow("the deletion");
  }

  @Test
  void theCommandsGoByTheSameRules() {
    for (String command : List.of("check", "plan")) {
      assertThat(judged(command, "--cluster")).as(command).isZero();
    }
    assertThat(judged("check")).as("without the cluster").isEqualTo(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(create("#DW burst speed=10")).contains("DW Directive 0: ", "9"));
  }

  private int judged(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(options));
    if (options.length > 0) {
      arguments.addAll(List.of("--site", namespace.site().toString()));
      if (Caller.isRoot()) {
        arguments.addAll(List.of("--user", Warren.jobUid() + ":" + Warren.jobGid()));
      }
    }
    arguments.add(SCRIPT);
    Warren judge = Warren.start(arguments);
    int status = judge.exitStatus(PATIENCE);
    System.out.println(judge.output());
    return status;
  }

  /** Creates the workflow; what is said when that is refused, else nothing. */
  private String create(String directive) {
    CommandResult created =
        lab.cluster()
            .kubectl(
                List.of("create", "--as=" + RUNNER, "-f", "-"),
                """
                apiVersion: dataworkflowservices.github.io/v1alpha7
                kind: Workflow
                metadata: {name: %s, namespace: %s}
                spec:
                  desiredState: Proposal
                  wlmID: somebody
                  jobID: 1
                  userID: 1050
                  groupID: 1051
                  forceReady: false
                  dwDirectives: ["%s"]
                """
                    .formatted(NAME, namespace.name(), directive));
    return created.exitCode() == 0 ? "" : created.stderr();
  }

  private String status(String field) {
    return kubectl(
            "get",
            "workflow",
            NAME,
            "-n",
            namespace.name(),
            "-o",
            "jsonpath={.status." + field + "}")
        .orThrow("the workflow");
  }

  /**
   * The vendor's driver changes an entry.
   *
   * @param fields name and value as in a JSON patch, with single quotes
   */
  private void change(int entry, String... fields) {
    List<String> changes = new ArrayList<>();
    for (String field : fields) {
      changes.add("{'op':'add','path':'/status/drivers/" + entry + "/" + field.substring(1) + "}");
    }
    patch(VENDOR, "json", changes.toString());
  }

  private void advance(String state) {
    patch(RUNNER, "merge", "{'spec':{'desiredState':'" + state + "'}}");
  }

  private void patch(String user, String type, String patch) {
    kubectl(
            "patch",
            "workflow",
            NAME,
            "-n",
            namespace.name(),
            "--as=" + user,
            "--type=" + type,
            "-p",
            patch.replace('\'', '"'))
        .orThrow(user + " patches: " + patch);
  }

  private void policy(String users) {
    kubectl(
            "patch",
            "configmap",
            "warren-policy",
            "-n",
            "warren-system",
            "--type=merge",
            "-p",
            "{\"data\":{\"driver.vendor\":" + users + "}}")
        .orThrow("the policy");
  }

  private void apply(String manifest) {
    lab.cluster().kubectl(List.of("apply", "-f", "-"), manifest).orThrow(manifest);
  }

  private CommandResult kubectl(String... arguments) {
    return lab.cluster().kubectl(List.of(arguments));
  }
}
