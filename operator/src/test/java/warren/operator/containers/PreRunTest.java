package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.containers.Containers.ended;
import static warren.operator.containers.Containers.job;
import static warren.operator.containers.Containers.running;
import static warren.operator.containers.Containers.seen;
import static warren.operator.containers.Containers.starting;
import static warren.operator.containers.Containers.terminated;
import static warren.operator.containers.Containers.waiting;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.operator.Fixtures;
import warren.operator.containers.PullSecret.Copy;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.entries.WorkflowDraft;

final class PreRunTest {
  private static final Instant NOW = Fixtures.ENTERED.plusSeconds(5);
  private static final Instant DEADLINE = Fixtures.ENTERED.plusSeconds(60);

  @Test
  void nothingIsLaunchedBeforeTheStorageIsThere() {
    Decision decision =
        PreRun.decide(
            seen(List.of(), List.of(), List.of("DW_JOB_foo"), List.of(), Duration.ofSeconds(60)),
            NOW);

    assertThat(decision)
        .isEqualTo(Decision.waitFor("The containers wait for the storage DW_JOB_foo.", DEADLINE));
  }

  @Test
  void aMissingSecretFailsBeforeTheLaunch() {
    PullSecret missing = new PullSecret("pull", Optional.empty(), new Copy.NotNeeded());

    Decision decision = PreRun.decide(unlaunched(missing), NOW);

    assertThat(failure(decision))
        .startsWith("Internal error: The pull secret 'pull' of profile prof is missing");
    assertThat(decision.actions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true"})
  void onlyAJobOfNoMoreComputesThanTheProfileAllowsIsLaunched(int limit, boolean launched) {
    SeenContainers none = unlaunched();
    SeenContainers seen =
        new SeenContainers(
            none.workflow(),
            none.entered(),
            Containers.plan(Duration.ofSeconds(60), Duration.ZERO, OptionalInt.of(limit)),
            none.missingStorage(),
            none.mounts(),
            none.places(),
            none.units(),
            none.secrets(),
            none.replacedWorkers());

    Decision decision = PreRun.decide(seen, NOW);

    assertThat(decision.actions().isEmpty()).isNotEqualTo(launched);
    if (!launched) {
      assertThat(failure(decision))
          .startsWith("User error: The container profile 'prof' allows 1 node, and the job has 2.");
    }
  }

  @Test
  void secretsAreCopiedBeforeThePodsThatNameTheCopies() {
    PullSecret borrowed = PullSecretsTest.good("nnf-system", new Copy.Absent());

    List<Action> actions = PreRun.decide(unlaunched(borrowed), NOW).actions();

    assertThat(actions.getFirst()).isInstanceOf(Action.CopySecret.class);
    assertThat(actions.subList(1, actions.size()))
        .hasSize(3)
        .allMatch(Action.Create.class::isInstance);
    assertThat(actions.getLast())
        .extracting(action -> ((Job) ((Action.Create) action).object()).getSpec().getTemplate())
        .extracting(pod -> pod.getSpec().getImagePullSecrets().getFirst().getName())
        .isEqualTo("wf-1-pull-pull");
  }

  @Test
  void anOldCopyGoesBeforeAnythingIsLaunched() {
    Decision decision =
        PreRun.decide(unlaunched(PullSecretsTest.good("nnf-system", new Copy.Going())), NOW);

    assertThat(decision)
        .isEqualTo(Decision.waitFor("The pull secrets are being copied anew.", NOW.plusSeconds(2)));
  }

  @Test
  void whenAllIsThereTheObjectsAreMade() {
    Decision decision =
        PreRun.decide(unlaunched(PullSecretsTest.good("default", new Copy.NotNeeded())), NOW);

    assertThat(decision.outcome())
        .isEqualTo(new Outcome.Wait("The containers are being started.", Optional.of(DEADLINE)));
    assertThat(decision.actions()).allMatch(Action.Create.class::isInstance);
  }

  @Test
  void itIsDoneWhenEveryRabbitsJobIsReadyOrHasSucceeded() {
    Decision decision =
        PreRun.decide(
            seen(
                List.of(job("rabbit-0", running()), job("rabbit-1", ended("Complete"))), List.of()),
            NOW);

    assertThat(decision.outcome()).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Done) decision.outcome()).env())
        .containsEntry("NNF_CONTAINER_HOSTNAMES", "rabbit-0,rabbit-1")
        .containsEntry("NNF_CONTAINER_SUBDOMAIN", "wf")
        .containsEntry("NNF_CONTAINER_DOMAIN", "default.svc.cluster.local");
  }

  @Test
  void oneThatIsNotReadyIsWaitedFor() {
    assertThat(PreRun.decide(seen(oneStarts(), List.of()), NOW))
        .isEqualTo(
            Decision.waitFor(
                "The containers of profile prof are being started on rabbit-1.",
                Fixtures.ENTERED.plusSeconds(6)));
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, false", "1, false"})
  void whoDoesNotStartInTimeFails(int seconds, boolean waits) {
    Decision decision = PreRun.decide(seen(oneStarts(), List.of()), DEADLINE.plusSeconds(seconds));

    assertThat(decision.outcome()).isInstanceOf(waits ? Outcome.Wait.class : Outcome.Fail.class);
    if (!waits) {
      assertThat(failure(decision))
          .startsWith(
              "Internal error: The containers of profile prof did not start within 60 seconds"
                  + " (preRunTimeoutSeconds). The last that was seen: The containers of profile"
                  + " prof are being started on rabbit-1.");
      assertThat(decision.actions()).hasSize(2).allMatch(Action.Stop.class::isInstance);
    }
  }

  @Test
  void whenOneRabbitFailsTheOthersAreStopped() {
    List<Job> jobs = List.of(job("rabbit-0", ended("Failed")), job("rabbit-1", running()));

    Decision decision = PreRun.decide(seen(jobs, List.of()), NOW);

    assertThat(decision.outcome()).isInstanceOf(Outcome.Fail.class);
    assertThat(decision.actions()).isEqualTo(List.of(new Action.Stop(jobs.get(1))));
  }

  @Test
  void whoStartsLateButStartedIsFine() {
    List<Job> jobs = List.of(job("rabbit-0", running()), job("rabbit-1", running()));

    assertThat(PreRun.decide(seen(jobs, List.of()), DEADLINE.plusSeconds(9)).outcome())
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aTimeoutOfZeroMeansNoLimit() {
    Decision decision =
        PreRun.decide(
            seen(oneStarts(), List.of(), List.of(), List.of(), Duration.ZERO),
            DEADLINE.plusSeconds(1_000_000));

    // Only to look again.
    assertThat(((Outcome.Wait) decision.outcome()).askAgain())
        .contains(DEADLINE.plusSeconds(1_000_015));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rpc error: code = NotFound desc = failed to pull and unpack image "reg/app:1": failed to resolve reference "reg/app:1": reg/app:1: not found | does not exist
          failed to resolve reference "reg/app:1": unexpected status: 401 Unauthorized | for the pull secret 'pull'
          pull access denied, repository does not exist or may require authorization | for the pull secret 'pull'
          """)
  void anImageThatWillNeverComeFails(String words, String says) {
    for (String reason : List.of("ErrImagePull", "ImagePullBackOff")) {
      Decision decision =
          PreRun.decide(
              seen(oneStarts(), List.of(waiting("rabbit-1", reason, words))),
              Fixtures.ENTERED.plusSeconds(10));

      assertThat(failure(decision)).contains(says, "reg/app:1", "prof", "rabbit-1");
    }
  }

  @Test
  void aRegistryThatIsAwayIsToldAndWaitedFor() {
    Decision decision =
        PreRun.decide(
            seen(
                oneStarts(),
                List.of(waiting("rabbit-1", "ErrImagePull", "connect: connection refused"))),
            NOW);

    assertThat(((Outcome.Wait) decision.outcome()).reason())
        .contains("could not be pulled on rabbit-1 yet", "connection refused");
  }

  @Test
  void aFailedContainerTellsItsExitCodeAndItsLastTenLines() {
    String words = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n";
    Decision decision =
        PreRun.decide(
            seen(
                List.of(job("rabbit-0", running()), job("rabbit-1", ended("Failed"))),
                List.of(terminated("rabbit-1", 3, words))),
            NOW);

    assertThat(failure(decision))
        .isEqualTo(
            "User error: Container app (image reg/app:1) of profile prof ended with exit code 3 on"
                + " rabbit-1. Its last lines:\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11");
  }

  @Test
  void aRetryInProgressIsTold() {
    Decision decision =
        PreRun.decide(seen(oneStarts(), List.of(terminated("rabbit-1", 3, "oh"))), NOW);

    assertThat(((Outcome.Wait) decision.outcome()).reason())
        .startsWith("Failed once, tried again: Container app")
        .endsWith("oh");
  }

  @Test
  void aProgramThatFailsAtOnceIsToldAsSuchAndNotAsOneThatDidNotStart() {
    Decision decision =
        PreRun.decide(seen(oneStarts(), List.of(ended("rabbit-1", 7))), DEADLINE.plusSeconds(1));

    assertThat(((Outcome.Wait) decision.outcome()).reason())
        .startsWith("Failed once, tried again: Container app")
        .contains("ended with exit code 7 on rabbit-1");
  }

  @Test
  void aPodOfWhichOneContainerFailedIsEndedAsAWhole() {
    Pod half = ended("rabbit-1", 7);
    half.getSpec()
        .getContainers()
        .add(new ContainerBuilder().withName("server").withImage("reg/app:1").build());
    half.getStatus()
        .getContainerStatuses()
        .add(
            new ContainerStatusBuilder()
                .withName("server")
                .withReady(true)
                .withNewState()
                .withNewRunning()
                .endRunning()
                .endState()
                .build());

    Decision decision = PreRun.decide(seen(oneStarts(), List.of(half)), NOW);

    assertThat(decision.actions()).isEqualTo(List.of(new Action.End(half)));
    assertThat(((Outcome.Wait) decision.outcome()).reason()).contains("exit code 7");
  }

  private static SeenContainers unlaunched(PullSecret... secrets) {
    return seen(List.of(), List.of(), List.of(), List.of(secrets), Duration.ofSeconds(60));
  }

  private static List<Job> oneStarts() {
    return List.of(job("rabbit-0", running()), job("rabbit-1", starting()));
  }

  private static String failure(Decision decision) {
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fail.class);
    return WorkflowDraft.message(((Outcome.Fail) decision.outcome()).findings());
  }
}
