package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.created;
import static warren.operator.Fixtures.entry;
import static warren.operator.Fixtures.in;
import static warren.operator.Fixtures.wanting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.api.DriverEntry;
import warren.api.NnfContainerProfile;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.api.WorkflowStatus;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.FakeCluster;
import warren.operator.Fixtures;
import warren.operator.NoObjects;
import warren.operator.decision.Decision;
import warren.operator.driver.Driver;
import warren.operator.driver.JobPlaces;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;
import warren.operator.history.WriteObserver;
import warren.profile.ProfileCatalog;

/** One pass, with drivers of the test's own. */
final class WorkflowPassTest {
  private static final String WORKFLOW =
      "/apis/dataworkflowservices.github.io/v1alpha7/namespaces/default/workflows/wf";
  private static final String COMPUTES =
      "/apis/dataworkflowservices.github.io/v1alpha7/namespaces/default/computes";
  private static final Instant NOW = Fixtures.ENTERED.plusSeconds(1);

  private final List<String> observed = new ArrayList<>();
  private final WriteObserver observer =
      (before, after, failures, now) ->
          observed.add(
              before.state().map(WorkflowState::word).orElse("nothing")
                  + " -> "
                  + after.state().map(WorkflowState::word).orElse("nothing")
                  + failures.keySet());

  private FakeCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void theFirstPassRegistersBeginsAndReachesProposalInOneWrite() {
    Workflow workflow = created("#DW jobdw type=gfs2 capacity=1GiB name=data");
    cluster.has("POST " + COMPUTES, workflow);
    cluster.has("PATCH " + WORKFLOW, workflow);

    Map<String, Instant> alarms = pass(storage(entry -> Decision.done())).over(workflow);

    assertThat(alarms).isEmpty();
    assertThat(writes()).hasSize(1);
    JsonNode status = written("/status");
    assertThat(status.path("state").asText()).isEqualTo("Proposal");
    assertThat(status.path("ready").asBoolean()).isTrue();
    assertThat(status.path("drivers")).hasSize(5);
    assertThat(status.path("env").path("DW_WORKFLOW_NAME").asText()).isEqualTo("wf");
    assertThat(written("/metadata/finalizers").get(0).asText()).isEqualTo(Names.FINALIZER);
  }

  @Test
  void aWorkflowThatIsToldTeardownBeforeItWasSeenIsTornDownAtOnce() {
    Workflow workflow =
        wanting(WorkflowState.TEARDOWN, created("#DW jobdw type=gfs2 capacity=1GiB name=data"));
    cluster.has("PATCH " + WORKFLOW, workflow);

    pass(storage(entry -> Decision.done())).over(workflow);

    assertThat(written("/status").path("state").asText()).isEqualTo("Teardown");
    assertThat(written("/status").path("ready").asBoolean()).isTrue();
  }

  @Test
  void aRefusedWorkflowThatIsToldTeardownIsTornDown() {
    Workflow workflow = in(WorkflowState.PROPOSAL);
    workflow.setStatus(withoutComputes(workflow.getStatus()));
    cluster.has("PATCH " + WORKFLOW, workflow);

    pass().over(wanting(WorkflowState.TEARDOWN, workflow));

    assertThat(written("/status/ready").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = WorkflowState.class, names = "PROPOSAL", mode = EnumSource.Mode.EXCLUDE)
  void readinessNeedsNoComputesButInProposal(WorkflowState state) {
    Workflow workflow = in(state, storage(0, state));
    workflow.setStatus(withoutComputes(workflow.getStatus()));
    cluster.has("PATCH " + WORKFLOW, workflow);

    pass(storage(entry -> Decision.done())).over(workflow);

    assertThat(written("/status/ready").asBoolean()).isTrue();
    assertThat(cluster.requests()).doesNotContain("POST " + COMPUTES);
  }

  @Test
  void whatFailsForOneEntryIsToldAndStopsNoOther() {
    Workflow workflow =
        in(WorkflowState.SETUP, storage(0, WorkflowState.SETUP), storage(1, WorkflowState.SETUP));
    cluster.has("PATCH " + WORKFLOW, workflow);

    Map<String, Instant> alarms =
        pass(storage(
                entry -> {
                  if (entry.directive() == 0) {
                    throw new KubernetesClientException("secrets is forbidden", 403, null);
                  }
                  return Decision.done();
                }))
            .over(workflow);

    assertThat(written("/status/drivers/0/status").asText()).isEqualTo("TransientCondition");
    assertThat(written("/status/drivers/0/message").asText())
        .contains("secrets is forbidden")
        .contains("Since 2026-11-21T10:05:01Z, tried again at 2026-11-21T10:05:02Z.");
    assertThat(written("/status/drivers/1/completed").asBoolean()).isTrue();
    assertThat(written("/status/status").asText()).isEqualTo("TransientCondition");
    assertThat(alarms).containsValue(NOW.plusSeconds(1));
  }

  @Test
  void aBugIsAnInternalErrorForTheUserAndIsTriedAgainAfterGrowingPauses() {
    Workflow workflow = in(WorkflowState.SETUP, storage(0, WorkflowState.SETUP));
    cluster.has("PATCH " + WORKFLOW, workflow);
    AtomicInteger tries = new AtomicInteger();
    Pass pass =
        pass(
            storage(
                entry -> {
                  tries.incrementAndGet();
                  throw new IllegalStateException("a bug");
                }));

    List<Instant> again = new ArrayList<>();
    Instant now = NOW;
    for (int i = 0; i < 8; i++) {
      Instant next = pass.over(workflow, now).values().iterator().next();
      again.add(next);
      pass.over(workflow, next.minusMillis(1)); // too early: nothing is tried
      now = next;
    }

    assertThat(tries).hasValue(8);
    assertThat(again.get(0)).isEqualTo(NOW.plusSeconds(1));
    assertThat(again.get(1)).isEqualTo(again.get(0).plusSeconds(2));
    assertThat(again.get(7)).isEqualTo(again.get(6).plusSeconds(60));
    assertThat(written("/status/drivers/0/message").asText())
        .startsWith("Internal error: Warren cannot work on this directive in Setup.")
        .contains("Since 2026-11-21T10:05:01Z")
        .doesNotContain("a bug");
    assertThat(written("/status/drivers/0/error").asText()).contains("a bug");
  }

  @Test
  void whatWorksAgainIsDone() {
    Workflow workflow = in(WorkflowState.SETUP, storage(0, WorkflowState.SETUP));
    cluster.has("PATCH " + WORKFLOW, workflow);
    AtomicInteger tries = new AtomicInteger();
    Pass pass =
        pass(
            storage(
                entry -> {
                  if (tries.getAndIncrement() == 0) {
                    throw new KubernetesClientException("the cluster is away");
                  }
                  return Decision.done();
                }));

    pass.over(workflow, NOW);
    pass.over(workflow, NOW.plusSeconds(1));

    assertThat(written("/status/drivers/0/completed").asBoolean()).isTrue();
  }

  @Test
  void onlyTheApiServerCanSayThatNothingIsLeft() {
    Workflow workflow = in(WorkflowState.TEARDOWN, storage(0, WorkflowState.TEARDOWN));
    cluster.has("PATCH " + WORKFLOW, workflow);
    List<Boolean> asked = new ArrayList<>();

    new Pass(
            new WorkflowPass(
                cluster.client(),
                true,
                List.of(
                    driver(
                        (snapshot, entry) -> {
                          boolean live = snapshot.cluster() instanceof Live;
                          asked.add(live);
                          return live ? Decision.waitFor("a pod is left") : Decision.done();
                        })),
                observer))
        .over(workflow);

    assertThat(asked).containsExactly(false, true);
    assertThat(written("/status/drivers/0/message").asText()).isEqualTo("a pod is left");
  }

  @Test
  void theObserverHearsOfEachWriteAndOfNothingElse() {
    Workflow workflow = in(WorkflowState.SETUP, storage(0, WorkflowState.SETUP));
    Finding finding = Finding.error(new Code("full"), Blame.INTERNAL, "It is full.");
    Pass fails = pass(storage(entry -> Decision.fail(finding)));
    cluster.refuses("PATCH " + WORKFLOW, 409, "conflict");
    fails.over(workflow);
    assertThat(observed).isEmpty();

    cluster.has("PATCH " + WORKFLOW, workflow);
    fails.over(workflow);
    assertThat(observed).containsExactly("Setup -> Setup[0]");

    Workflow idle = in(WorkflowState.SETUP, storage(0, WorkflowState.SETUP));
    pass().over(idle);
    assertThat(observed).hasSize(1);
  }

  /** The pass under test, with a workflow's sources around it. */
  private record Pass(WorkflowPass pass) {
    Map<String, Instant> over(Workflow workflow) {
      return over(workflow, NOW);
    }

    Map<String, Instant> over(Workflow given, Instant now) {
      Workflow workflow = bySlurm(given);
      return pass.over(
          workflow,
          Optional.empty(),
          new WorkflowSnapshot.Sources(
              () ->
                  new DirectiveReader(RuleBook.standard())
                      .read(JobScript.ofDirectives(workflow.getSpec().directives())),
              () -> new JobPlaces(List.of(), Optional.empty()),
              new NoProfiles(),
              new NoObjects(),
              new Live()),
          now);
    }
  }

  /** The same workflow of a manager that has no lease to be judged. */
  private static Workflow bySlurm(Workflow workflow) {
    WorkflowSpec spec = workflow.getSpec();
    workflow.setSpec(
        new WorkflowSpec(
            spec.desiredState(),
            "slurm",
            spec.jobID(),
            spec.userID(),
            spec.groupID(),
            spec.hurry(),
            spec.forceReady(),
            new ArrayList<>(spec.directives())));
    return workflow;
  }

  private static final class Live extends NoObjects {}

  private record NoProfiles() implements ProfileCatalog {
    @Override
    public Optional<NnfContainerProfile> find(String name) {
      return Optional.empty();
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }

  private Pass pass(Driver... drivers) {
    return new Pass(new WorkflowPass(cluster.client(), true, List.of(drivers), observer));
  }

  @FunctionalInterface
  private interface Deciding {
    Decision decide(WorkflowSnapshot snapshot, Entry entry);
  }

  private static Driver storage(Function<Entry, Decision> decision) {
    return driver((snapshot, entry) -> decision.apply(entry));
  }

  private static Driver driver(Deciding deciding) {
    return new Driver() {
      @Override
      public String id() {
        return Names.STORAGE_DRIVER;
      }

      @Override
      public Decision decide(WorkflowSnapshot snapshot, Entry entry, Instant now) {
        return deciding.decide(snapshot, entry);
      }
    };
  }

  private static DriverEntry storage(int directive, WorkflowState state) {
    return entry(Names.STORAGE_DRIVER, directive, state, "Pending", null);
  }

  private static WorkflowStatus withoutComputes(WorkflowStatus status) {
    return new WorkflowStatus(
        status.state(),
        status.ready(),
        status.status(),
        null,
        status.env(),
        status.drivers(),
        null,
        status.desiredStateChange(),
        null,
        null);
  }

  private List<String> writes() {
    return cluster.requests().stream().filter(request -> request.startsWith("PATCH ")).toList();
  }

  /** The value that the last patch gives to a path. */
  private JsonNode written(String path) {
    ArrayNode patch = cluster.received("PATCH " + WORKFLOW, ArrayNode.class);
    for (JsonNode change : patch) {
      if (change.get("path").asText().equals(path) && change.has("value")) {
        return change.get("value");
      }
    }
    throw new AssertionError("nothing is written to " + path + ": " + patch);
  }
}
