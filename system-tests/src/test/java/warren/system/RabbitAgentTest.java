package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import warren.api.RabbitDirectory;
import warren.api.Workflow;
import warren.dw.WorkflowState;
import warren.names.Names;

/** The agents on the Rabbits: killed, away, and with the rights of another. */
@Isolated("it takes agents away, which all others need")
@Order(Integer.MAX_VALUE)
@ExtendWith(Lab.Extension.class)
class RabbitAgentTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PROFILE = "agent-until-told";

  private final Lab lab;
  private final TestNamespace namespace;

  RabbitAgentTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @BeforeAll
  static void profile(Lab lab) {
    new Profiles(lab).putUntilTold(PROFILE);
  }

  @Test
  void killedAgentsFinishWhatTheyBegan() throws InterruptedException {
    try (DrivenJob job = new DrivenJob(namespace, "killed-agents", PROFILE)) {
      job.reach(WorkflowState.PROPOSAL);
      kill();
      job.reach(WorkflowState.PRE_RUN);
      job.ask(WorkflowState.TEARDOWN);
      kill();
      job.reach(WorkflowState.TEARDOWN);
    }
    namespace.awaitNothingLeft(PATIENCE);
  }

  @Test
  void whoWaitsForAnAgentThatIsAwaySaysForWhich() throws InterruptedException {
    try (DrivenJob job = new DrivenJob(namespace, "no-agents", PROFILE)) {
      job.reach(WorkflowState.PROPOSAL);
      place("{\"warren.internal/nowhere\":\"true\"}");
      await().atMost(PATIENCE).until(() -> agents() == 0);
      job.ask(WorkflowState.SETUP);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(message("no-agents"))
                      .contains("rabbit-0 (no Warren agent runs on this Rabbit)"));
      place("{\"warren.internal/nowhere\":null}");
      job.reach(WorkflowState.SETUP);
    } finally {
      place("{\"warren.internal/nowhere\":null}");
      await().atMost(PATIENCE).until(() -> agents() == 2);
    }
    // Agents are other pods now.
    namespace.awaitNothingLeft(PATIENCE, left -> left.contains("warren-rabbit-agent-"));
  }

  @Test
  void anAgentReportsOnItsOwnRabbitOnly() throws Exception {
    RabbitDirectory directory = new RabbitDirectory();
    directory.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(Names.SYSTEM_NAMESPACE)
            .withName("system-tests-" + namespace.name())
            .build());
    directory.setSpec(
        new RabbitDirectory.Spec(
            "rabbit-0",
            RabbitDirectory.LOCAL,
            "11111111-2222-3333-4444-555555555555-0",
            new RabbitDirectory.Owner(1050L, 1051L, null),
            new ArrayList<>(),
            RabbitDirectory.ABSENT,
            null));
    // Without a Rabbit's label: no agent works on it.
    lab.client().resource(directory).create();
    try {
      assertThat(report(directory, "rabbit-1"))
          .contains("the agent on rabbit-1 does not report on the Rabbit rabbit-0");
      assertThat(report(directory, "rabbit-0")).contains("\"phase\":\"Absent\"");
    } finally {
      lab.client().resource(directory).delete();
    }
  }

  /** As the agent on this node; impersonation, as its token is in its pod only. */
  private String report(RabbitDirectory directory, String node)
      throws ExecutionException, InterruptedException {
    HttpRequest request =
        lab.client()
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(
                lab.client().getMasterUrl()
                    + "apis/warren.internal/v1alpha1/namespaces/warren-system/rabbitdirectories/"
                    + directory.getMetadata().getName()
                    + "/status")
            .header("Impersonate-User", "system:serviceaccount:warren-system:" + Names.RABBIT_AGENT)
            .header("Impersonate-Extra-authentication.kubernetes.io%2Fnode-name", node)
            .method("PATCH", "application/merge-patch+json", "{\"status\":{\"phase\":\"Absent\"}}")
            .build();
    HttpResponse<String> response =
        lab.client().getHttpClient().sendAsync(request, String.class).get();
    return response.body();
  }

  private void kill() {
    for (String rabbit : List.of("rabbit-0", "rabbit-1")) {
      assertThat(
              lab.cluster()
                  .nodeExec(rabbit, List.of("pkill", "-9", "-f", "warren.rabbit.Main"))
                  .exitCode())
          .as("an agent runs on " + rabbit)
          .isZero();
    }
  }

  private void place(String nodeSelector) {
    lab.cluster()
        .kubectl(
            List.of(
                "-n",
                Names.SYSTEM_NAMESPACE,
                "patch",
                "daemonset/" + Names.RABBIT_AGENT,
                "--type=merge",
                "-p",
                "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":" + nodeSelector + "}}}}"))
        .orThrow("the agents could not be placed");
  }

  private long agents() {
    return lab
        .client()
        .pods()
        .inNamespace(Names.SYSTEM_NAMESPACE)
        .withLabels(Map.of("app.kubernetes.io/name", Names.RABBIT_AGENT))
        .list()
        .getItems()
        .stream()
        .filter(
            pod ->
                pod.getStatus().getConditions().stream()
                    .anyMatch(
                        condition ->
                            "Ready".equals(condition.getType())
                                && "True".equals(condition.getStatus())))
        .count();
  }

  private String message(String workflow) {
    return lab.client()
        .resources(Workflow.class)
        .inNamespace(namespace.name())
        .withName(workflow)
        .get()
        .getStatus()
        .message();
  }
}
