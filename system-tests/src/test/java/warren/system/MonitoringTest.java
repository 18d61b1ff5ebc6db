package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cli.demo.PullSecret;
import warren.dw.WorkflowState;
import warren.names.Names;

/**
 * What those who run the machine look at: a scrape holds all that the board and the alerts ask for,
 * and {@code kubectl describe workflow} tells what happened to a job. What was scraped and
 * described is left in {@code target/monitoring}.
 */
@ExtendWith(Lab.Extension.class)
class MonitoringTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PORT = 8081;

  private final Lab lab;
  private final TestNamespace namespace;

  MonitoringTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @Test
  void aJobThatSucceedsAndOneThatFailsAreDescribedAndCounted()
      throws IOException, InterruptedException {
    String fails = namespace.own("exits-with-7");
    new Profiles(lab)
        .put(
            fails,
            Profiles.IMAGE,
            PullSecret.NAME,
            "retryLimit: 0",
            List.of("/bin/sh", "-c", "exit 7"));

    try (DrivenJob job = new DrivenJob(namespace, "succeeds", "red-rock-slushy")) {
      job.reach(WorkflowState.PRE_RUN);
      // kubectl does not sort events.
      assertThat(described("succeeds", "Entered PreRun"))
          .contains(
              "StateEntered",
              "Entered Proposal.",
              "Entered Setup. Proposal took ",
              "Entered DataIn. Setup took ",
              "There was nothing to wait for.",
              "Entered PreRun. DataIn took ")
          .contains("warren.internal/operator")
          .doesNotContain("Warning ");
    }
    try (DrivenJob job = new DrivenJob(namespace, "fails", fails)) {
      job.reach(WorkflowState.DATA_IN);
      job.ask(WorkflowState.PRE_RUN);
      assertThat(job.failure(WorkflowState.PRE_RUN)).contains("7");
      assertThat(described("fails", "Failed"))
          .contains("Entered PreRun.", "PreRun, DW Directive 1: ")
          .containsPattern("Warning +Failed");
    }

    assertThat(namespace.left()).isEmpty();
    String scrape = scrape();
    Files.writeString(folder().resolve("scrape.txt"), scrape, StandardCharsets.UTF_8);
    TreeMap<String, List<String>> missing = new TreeMap<>();
    List<String> expressions = expressions();
    for (String expression : expressions) {
      List<String> lacks = PromQuery.of(expression).missing(scrape);
      if (!lacks.isEmpty()) {
        missing.put(expression, lacks);
      }
    }
    assertThat(expressions).hasSizeGreaterThan(30);
    assertThat(missing).isEmpty();
    assertThat(scrape).doesNotContain(namespace.name()).doesNotContain("succeeds");
  }

  @Test
  void theManifestsAreWhatKubectlTakes() {
    // kubectl runs on the server, which sees nothing of the checkout.
    String monitoring = "/tmp/monitoring";
    lab.cluster().copyToServer(lab.checkout().root().resolve("deploy/monitoring"), monitoring);

    String rendered =
        lab.cluster()
            .kubectl(List.of("kustomize", monitoring))
            .orThrow("deploy/monitoring is no kustomization");

    assertThat(rendered)
        .contains("kind: ServiceMonitor", "kind: PrometheusRule", "kind: Service", "warren.json:");
    lab.cluster()
        .kubectl(
            List.of(
                "-n",
                Names.SYSTEM_NAMESPACE,
                "apply",
                "--dry-run=server",
                "-f",
                monitoring + "/service.yaml"))
        .orThrow("the Service is not taken");
  }

  /** What kubectl describes, once it contains this. */
  private String described(String workflow, String end) throws IOException {
    String[] text = new String[1];
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              text[0] =
                  lab.cluster()
                      .kubectl(List.of("-n", namespace.name(), "describe", "workflow", workflow))
                      .orThrow("workflow " + workflow + " cannot be described");
              assertThat(text[0]).contains("Events:").contains(end);
            });
    Files.writeString(folder().resolve(workflow + ".txt"), text[0], StandardCharsets.UTF_8);
    return text[0].substring(text[0].indexOf("Events:"));
  }

  /** Through the API server, from the replica that leads: there is one. */
  private String scrape() {
    List<Pod> pods =
        lab.client()
            .pods()
            .inNamespace(Names.SYSTEM_NAMESPACE)
            .withLabel("app.kubernetes.io/name", "warren-operator")
            .list()
            .getItems();
    assertThat(pods).hasSize(1);
    return lab.client()
        .raw(
            "/api/v1/namespaces/"
                + Names.SYSTEM_NAMESPACE
                + "/pods/"
                + pods.getFirst().getMetadata().getName()
                + ":"
                + PORT
                + "/proxy/metrics");
  }

  private List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    Path monitoring = lab.checkout().root().resolve("deploy/monitoring");
    for (String file : List.of("board.json", "alerts.yaml")) {
      String text = Files.readString(monitoring.resolve(file), StandardCharsets.UTF_8);
      expressions.addAll(Serialization.unmarshal(text, JsonNode.class).findValuesAsText("expr"));
    }
    return expressions;
  }

  private Path folder() throws IOException {
    return Files.createDirectories(lab.checkout().root().resolve("system-tests/target/monitoring"));
  }
}
