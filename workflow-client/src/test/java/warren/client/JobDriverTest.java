package warren.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warren.api.Computes;
import warren.api.ResourceReference;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;
import warren.names.WorkflowIdentity;
import warren.plan.UserIdentity;

/** A job id comes back after a requeue: what was meant for one workflow must not meet the next. */
class JobDriverTest {
  private static final String JOBS =
      "/apis/dataworkflowservices.github.io/v1alpha7/namespaces/jobs";
  private static final String WORKFLOW = JOBS + "/workflows/job-7";
  private static final String COMPUTES = JOBS + "/computes/job-7";
  private static final String LEASE = "/apis/coordination.k8s.io/v1/namespaces/jobs/leases/job-7";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));
  private static final JobRequest REQUEST =
      new JobRequest("jobs", "job-7", "wlm", "7", new UserIdentity(1050, 1051), List.of("#DW a"));

  private ObjectServer server;
  private JobDriver driver;

  @BeforeEach
  void start() throws IOException {
    server = new ObjectServer();
    driver = JobDriver.create(server.client(), REQUEST, CLOCK);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String desired() {
    return server.get(WORKFLOW, Workflow.class).getSpec().desiredState();
  }

  private List<String> requestsOf(Runnable call) {
    int before = server.requests().size();
    call.run();
    return server.requests().subList(before, server.requests().size());
  }

  /** The same job id again: the workflow is deleted, and another one has its name. */
  private void requeue() {
    Workflow later = REQUEST.workflow();
    later.getMetadata().setUid("later");
    server.put(WORKFLOW, later);
  }

  private void makeComputes(String uid, String workflowUid) {
    Workflow workflow = server.get(WORKFLOW, Workflow.class);
    workflow.setStatus(
        new WorkflowStatus(
            "Proposal",
            true,
            "Completed",
            null,
            null,
            null,
            new ResourceReference("Computes", "job-7", "jobs"),
            null,
            null,
            null));
    server.put(WORKFLOW, workflow);
    Computes computes = new Computes();
    computes.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("jobs")
            .withName("job-7")
            .withUid(uid)
            .withOwnerReferences(
                new OwnerReferenceBuilder().withName("job-7").withUid(workflowUid).build())
            .build());
    server.put(COMPUTES, computes);
  }

  private List<String> computes() {
    return server.get(COMPUTES, Computes.class).getData().stream()
        .map(Computes.Compute::name)
        .toList();
  }

  @Test
  void creatingAgainFindsTheSameWorkflowAndNoOther() {
    assertThat(JobDriver.create(server.client(), REQUEST, CLOCK).identity())
        .isEqualTo(driver.identity());

    JobRequest other =
        new JobRequest("jobs", "job-7", "wlm", "7", new UserIdentity(1050, 1051), List.of("#DW b"));
    assertThatThrownBy(() -> JobDriver.create(server.client(), other, CLOCK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("another workflow is named jobs/job-7");
    assertThat(JobDriver.find(server.client(), other, CLOCK)).isEmpty();
  }

  @Test
  void aWorkflowWhoseAnswerWasLostIsFoundOnceItIsThere() throws InterruptedException {
    assertThat(JobDriver.await(server.client(), REQUEST, CLOCK, SOON).map(JobDriver::identity))
        .hasValue(driver.identity());

    JobRequest never =
        new JobRequest("jobs", "job-7", "wlm", "8", new UserIdentity(1050, 1051), List.of());
    assertThat(JobDriver.await(server.client(), never, CLOCK, Duration.ZERO)).isEmpty();
  }

  @Test
  void aStateIsAskedForInOneRequest() {
    assertThat(requestsOf(() -> driver.advance(WorkflowState.SETUP)))
        .containsExactly("PATCH " + WORKFLOW);
    assertThat(desired()).isEqualTo("Setup");

    assertThat(requestsOf(() -> driver.advance(WorkflowState.SETUP)))
        .as("asked for already: looked at only")
        .containsExactly("GET " + WORKFLOW);
  }

  @Test
  void aStateThatSomebodyElseAskedForMeanwhileIsNoObstacle() {
    JobDriver other = JobDriver.of(server.client(), server.get(WORKFLOW, Workflow.class), CLOCK);
    other.advance(WorkflowState.SETUP);

    driver.advance(WorkflowState.TEARDOWN);

    assertThat(desired()).isEqualTo("Teardown");
  }

  @Test
  void aLaterWorkflowOfTheNameIsAskedForNothing() {
    requeue();

    assertThatThrownBy(() -> driver.advance(WorkflowState.SETUP))
        .isInstanceOf(WorkflowGoneException.class);
    driver.advance(WorkflowState.TEARDOWN);

    assertThat(desired()).isEqualTo("Proposal");
    assertThat(driver.find()).isEmpty();
  }

  @Test
  void aLaterWorkflowIsNotDeleted() {
    requeue();
    driver.delete();
    assertThat(server.has(WORKFLOW)).isTrue();

    JobDriver.of(server.client(), server.get(WORKFLOW, Workflow.class), CLOCK).delete();
    assertThat(server.has(WORKFLOW)).isFalse();
  }

  @Test
  void theComputesOfTheWorkflowAreFilled() {
    assertThatThrownBy(() -> driver.fillComputes(List.of("compute-0")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the workflow job-7 has no Computes resource yet");
    makeComputes("c", driver.identity().uid());

    driver.fillComputes(List.of("compute-0", "compute-1"));

    assertThat(computes()).containsExactly("compute-0", "compute-1");
    assertThat(requestsOf(() -> driver.fillComputes(List.of("compute-0", "compute-1"))))
        .noneMatch(request -> request.startsWith("PATCH"));
  }

  @Test
  void theComputesOfAnotherWorkflowAreNotFilled() {
    makeComputes("c", "earlier");

    assertThatThrownBy(() -> driver.fillComputes(List.of("compute-0")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the workflow job-7 has no Computes resource yet");
    assertThat(computes()).isEmpty();
  }

  @Test
  void theComputesOfALaterWorkflowAreNotFilled() {
    requeue();
    makeComputes("later", "later");

    assertThatThrownBy(() -> driver.fillComputes(List.of("compute-0")))
        .isInstanceOf(WorkflowGoneException.class);
    assertThat(computes()).isEmpty();
  }

  @Test
  void computesThatAreReplacedBeforeTheyAreFilledStayAsTheyAre() {
    makeComputes("c", driver.identity().uid());
    server.beforeNextPatch(
        () -> {
          requeue();
          makeComputes("later", "later");
        });

    assertThatThrownBy(() -> driver.fillComputes(List.of("compute-0")))
        .isInstanceOf(WorkflowGoneException.class);
    assertThat(computes()).isEmpty();
  }

  @Test
  void whoWaitsForAWorkflowSeesThatAnotherOneHasItsName() throws InterruptedException {
    try (WorkflowWatch watch = driver.watch()) {
      assertThat(watch.current().isLive()).isTrue();
      requeue();

      assertThat(driver.awaitGone(watch, SOON)).isTrue();
      assertThat(driver.await(watch, WorkflowState.PROPOSAL, SOON))
          .isInstanceOf(StateResult.Gone.class);
    }
    try (WorkflowWatch late = driver.watch()) {
      assertThat(late.current().workflow()).isEmpty();
    }
  }

  @Test
  void aWorkflowThatTheServersCacheDoesNotShowYetIsNotGone() throws InterruptedException {
    server.lagBehind();

    try (WorkflowWatch watch = driver.watch()) {
      assertThat(watch.current().isLive()).isTrue();
    }
  }

  @Test
  void theLeaseOfAnEarlierWorkflowBecomesThatOfThisOne() {
    WorkflowIdentity earlier = new WorkflowIdentity("jobs", "job-7", "earlier");
    List<KubernetesClientException> troubles = new ArrayList<>();
    LeaseKeeper.hold(server.client(), earlier, "host/1", CLOCK, troubles::add).close();

    try (LeaseKeeper keeper =
        LeaseKeeper.hold(server.client(), driver.identity(), "host/2", CLOCK, troubles::add)) {
      keeper.leaveFor(Duration.ofHours(1));
    }

    Lease lease = server.get(LEASE, Lease.class);
    assertThat(lease.getMetadata().getOwnerReferences())
        .singleElement()
        .satisfies(owner -> assertThat(owner.getUid()).isEqualTo(driver.identity().uid()));
    assertThat(lease.getSpec().getHolderIdentity()).isEqualTo("host/2");
    assertThat(lease.getSpec().getLeaseDurationSeconds()).isEqualTo(3600);
    assertThat(troubles).isEmpty();
  }

  @Test
  void theLeaseOfALaterWorkflowIsNotRenewed() {
    LeaseKeeper keeper =
        LeaseKeeper.hold(server.client(), driver.identity(), "host/1", CLOCK, trouble -> {});
    Lease later =
        LeaseKeeper.lease(driver.identity(), "host/2", Instant.EPOCH.atZone(ZoneOffset.UTC));
    later.getMetadata().setUid("later");
    server.put(LEASE, later);

    assertThatThrownBy(() -> keeper.leaveFor(Duration.ofHours(1)))
        .isInstanceOf(KubernetesClientException.class);
    assertThat(server.get(LEASE, Lease.class).getSpec().getRenewTime())
        .isEqualTo(Instant.EPOCH.atZone(ZoneOffset.UTC));
  }
}
