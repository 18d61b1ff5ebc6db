package warren.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warren.cli.ExitStatus;
import warren.cli.job.JobUser;
import warren.cli.show.PlainDisplay;
import warren.cli.site.ClusterAccess;
import warren.cli.site.RunnerSite;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.plan.JobFacts;
import warren.plan.Planner;
import warren.plan.UserIdentity;
import warren.plan.WorkflowPlan;
import warren.profile.catalog.FolderProfileCatalog;

/** A run whose Workflow the API server does not create; the API server is a small one. */
class RefusedJobTest {
  private static final UserIdentity USER = new UserIdentity(1050, 1051);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));
  private static final String SYSTEM =
      """
      {"apiVersion": "dataworkflowservices.github.io/v1alpha7", "kind": "SystemConfiguration",
       "metadata": {"name": "default", "namespace": "default"}, "spec": {"storageNodes": []}}
      """;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private HttpServer server;
  private volatile Status refusal;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean creates = exchange.getRequestMethod().equals("POST");
    byte[] body = (creates ? Serialization.asJson(refusal) : SYSTEM).getBytes(UTF_8);
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(creates ? refusal.getCode() : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void theFindingsOfTheWebhookAreLinesAndNothingWasStarted() throws Exception {
    refusal =
        forbidden(
            """
            admission webhook "workflows.warren.internal" denied the request:\s
            DW Directive 0: 'gfs3' is not a value that 'type' takes.
            DW Directive 1: There is no container profile 'x'.""");

    assertThat(run()).isEqualTo(ExitStatus.REFUSED);
    assertThat(errors())
        .containsExactly(
            "error: DW Directive 0: 'gfs3' is not a value that 'type' takes.",
            "error: DW Directive 1: There is no container profile 'x'.",
            "error: the job was refused by the admission webhook \"workflows.warren.internal\";"
                + " nothing was started");
  }

  @Test
  void aMissingRightToCreateWorkflowsIsARefusal() throws Exception {
    refusal =
        forbidden(
            "workflows.dataworkflowservices.github.io is forbidden: User \"runner\" cannot create"
                + " resource \"workflows\" in API group \"dataworkflowservices.github.io\" in the"
                + " namespace \"jobs\"");

    assertThat(run()).isEqualTo(ExitStatus.REFUSED);
    assertThat(errors())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("error: the cluster does not allow this to the credentials in ")
                    .contains("the account runner lacks the right to create workflows.")
                    .endsWith("An administrator has to grant this right."),
            line -> assertThat(line).isEqualTo("error: the job was refused; nothing was started"));
  }

  @Test
  void aQuotaThatIsUsedUpIsTroubleOfTheCluster() throws Exception {
    refusal = forbidden("workflows \"w\" is forbidden: exceeded quota: jobs, used: 4, limited: 4");

    assertThat(run()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(errors())
        .singleElement()
        .asString()
        .startsWith("error: the cluster cannot do this now: Workflow ")
        .contains("exceeded quota: jobs, used: 4, limited: 4. Try again in a minute");
  }

  private static Status forbidden(String message) {
    return new StatusBuilder()
        .withStatus("Failure")
        .withCode(403)
        .withReason("Forbidden")
        .withMessage(message)
        .withNewDetails()
        .withKind("workflows")
        .endDetails()
        .build();
  }

  private int run() throws IOException, InterruptedException {
    RunnerSite site = site();
    try (ClusterAccess cluster = ClusterAccess.open(site);
        PlainDisplay display = new PlainDisplay(new PrintStream(shown, true, UTF_8), CLOCK);
        Cancellation cancellation = Cancellation.ofThisProcess();
        WorkflowRun run = new WorkflowRun(prepared(site, cluster), CLOCK, display)) {
      return run.run(cancellation).exitStatus();
    }
  }

  /** What was shown after the line that names the workflow, without times. */
  private List<String> errors() {
    return shown.toString(UTF_8).lines().skip(1).map(line -> line.substring(11)).toList();
  }

  private RunnerSite site() throws IOException {
    Path kubeconfig =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            current-context: x
            contexts: [{name: x, context: {cluster: x, user: x}}]
            clusters: [{name: x, cluster: {server: "http://127.0.0.1:%d"}}]
            users: [{name: x, user: {token: t}}]
            """
                .formatted(server.getAddress().getPort()));
    return new RunnerSite(kubeconfig, "jobs", Optional.empty(), Map.of(), 1, 1024);
  }

  private Prepared prepared(RunnerSite site, ClusterAccess cluster) throws IOException {
    JobScript script =
        JobScript.ofDirectives(List.of("#DW jobdw type=gfs2 capacity=1GiB name=data"));
    WorkflowPlan plan =
        new Planner(FolderProfileCatalog.read(folder))
            .plan(new DirectiveReader(RuleBook.standard()).read(script), USER, JobFacts.UNKNOWN)
            .plan()
            .orElseThrow();
    Job job = new Job(new JobUser(USER, false, Optional.empty()), new byte[0], List.of(), Map.of());
    return new Prepared(
        job, script, plan, List.of(), site, cluster, Optional.empty(), false, false);
  }
}
