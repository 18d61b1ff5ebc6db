package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.operator.Fixtures;
import warren.operator.containers.Unit.Phase;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.driver.JobPlaces;
import warren.operator.entries.WorkflowDraft;
import warren.plan.ComputePlace;
import warren.plan.MachineLayout;

/** What is told of containers that do not start, and when it is no use to wait on. */
final class LateStartTest {
  private static final Instant NOW = Fixtures.ENTERED.plusSeconds(10);
  private static final Instant DEADLINE = Fixtures.ENTERED.plusSeconds(60);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FailedCreate          | Error creating: pods "p" is forbidden: violates PodSecurity "restricted:latest": hostPath | true  | does not allow the containers of profile prof: violates PodSecurity
          MPIJobFailed          | worker pod created failed: violates PodSecurity "restricted:latest": hostPath              | true  | does not allow the containers of profile prof: violates PodSecurity
          ValidationError       | Found validation errors: spec.mpiReplicaSpecs: Required                                   | true  | does not accept the MPIJob of profile prof: Found validation errors
          ErrResourceExists     | Resource "wf" of Kind Service already exists and is not managed by MPIJob                 | false | Delete what has that name
          FailedCreate          | Error creating: pods "p" is forbidden: exceeded quota: few                                | false | cannot be made on rabbit-1 yet: Error creating: pods "p" is forbidden: exceeded quota: few
          FailedMount           | configmap "gone" not found                                                                | false | is not there on rabbit-1 yet: configmap "gone" not found
          FailedCreatePodSandBox| no network                                                                                | false | cannot start the containers of profile prof on rabbit-1 yet: no network
          BackOff               | Back-off pulling image                                                                    | false | are being started on rabbit-1
          """)
  void aWarningIsToldAndFailsAtOnceWhenWaitingIsNoUse(
      String reason, String words, boolean permanent, String says) {
    Decision decision = decide(NOW, event("Warning", reason, words, 2));

    if (permanent) {
      assertThat(failure(decision)).contains(says);
      assertThat(decision.actions()).isNotEmpty().allMatch(Action.Stop.class::isInstance);
    } else {
      assertThat(((Outcome.Wait) decision.outcome()).reason()).contains(says);
      assertThat(((Outcome.Wait) decision.outcome()).askAgain()).contains(NOW.plusSeconds(15));
      assertThat(failure(decide(DEADLINE, event("Warning", reason, words, 2)))).contains(says);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false"})
  void onlyTheYoungestEventCountsAndOfTheSameSecondTheWarning(int normalSecond, boolean told) {
    Decision decision =
        decide(
            NOW,
            event("Warning", "FailedCreate", "exceeded quota", 2),
            event("Normal", "SuccessfulCreate", "Created pod", normalSecond));

    assertThat(((Outcome.Wait) decision.outcome()).reason().contains("exceeded quota"))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"1, once", "3, 3 times"})
  void aContainerThatFailsBeforeItIsReadyTellsHowOften(int failed, String often) {
    var status = Containers.starting();
    status.setFailed(failed);
    Decision decision =
        PreRun.decide(
            Containers.seen(
                List.of(
                    Containers.job("rabbit-0", Containers.running()),
                    Containers.job("rabbit-1", status)),
                List.of(Containers.terminated("rabbit-1", 3, "first\nlast\n"))),
            NOW);

    assertThat(((Outcome.Wait) decision.outcome()).reason())
        .isEqualTo(
            "Failed "
                + often
                + ", tried again: Container app (image reg/app:1) of profile prof ended with exit"
                + " code 3 on rabbit-1. Its last lines:\nfirst\nlast");
  }

  @ParameterizedTest
  @CsvSource({"5, false", "6, true"})
  void anMpiJobThatNobodyNoticesIsToldAfterAWhile(int second, boolean told) {
    GenericKubernetesResource mpiJob = new GenericKubernetesResource();
    mpiJob.setMetadata(
        new ObjectMetaBuilder()
            .withName("wf")
            .withCreationTimestamp(Fixtures.ENTERED.plusSeconds(1).toString())
            .build());
    Unit unit =
        new Unit(
            "as an MPI job",
            Phase.STARTING,
            Optional.of(mpiJob),
            Optional.empty(),
            List.of(),
            List.of());

    Decision decision =
        PreRun.decide(seen(Containers.PLACES, List.of(unit)), Fixtures.ENTERED.plusSeconds(second));

    assertThat(
            ((Outcome.Wait) decision.outcome())
                .reason()
                .startsWith("Kubeflow's mpi-operator has not taken notice of the MPIJob yet."))
        .isEqualTo(told);
  }

  @Test
  void withoutKnownRabbitsNothingIsLaunchedAndItIsSaidWhy() {
    var layout = Containers.PLACES.layout();

    assertThat(failure(unlaunched(new JobPlaces(List.of(), layout))))
        .contains("Nobody has named the job's computes");
    assertThat(failure(unlaunched(new JobPlaces(List.of("compute-0"), Optional.empty()))))
        .contains("There is no SystemConfiguration default/default");
    assertThat(failure(unlaunched(new JobPlaces(List.of("compute-0", "login-1"), layout))))
        .contains("No Rabbit belongs to login-1.");
    assertThat(
            failure(unlaunched(new JobPlaces(List.of("compute-0"), layout, List.of("rabbit-0")))))
        .contains("The Rabbit rabbit-0 is not a node of the cluster.");
    assertThat(
            failure(
                PostRun.decide(
                    seen(new JobPlaces(List.of("compute-0"), Optional.empty()), List.of()), NOW)))
        .contains("There is no SystemConfiguration");
  }

  @Test
  void namesThatCannotBeHostNamesFailBeforeTheLaunch() {
    JobPlaces dotted =
        new JobPlaces(
            List.of("compute-0"),
            Optional.of(
                new MachineLayout(
                    Map.of("compute-0", new ComputePlace("compute-0", "rabbit.example", 0)))));

    Decision decision = unlaunched(dotted);

    assertThat(failure(decision)).contains("'rabbit.example' cannot be the host name");
    assertThat(decision.actions()).isEmpty();
  }

  private static Decision unlaunched(JobPlaces places) {
    return PreRun.decide(seen(places, List.of()), NOW);
  }

  private static SeenContainers seen(JobPlaces places, List<Unit> units) {
    return new SeenContainers(
        Fixtures.IDENTITY,
        Fixtures.ENTERED,
        Containers.plan(Duration.ofSeconds(60), Duration.ofSeconds(60)),
        List.of(),
        Map.of(),
        places,
        units,
        Containers.secrets(List.of()),
        Set.of());
  }

  private static Decision decide(Instant now, Event... events) {
    List<Unit> units =
        Units.single(
            Containers.DIRECTIVE,
            Containers.RABBITS,
            List.of(
                Containers.job("rabbit-0", Containers.running()),
                Containers.job("rabbit-1", Containers.starting())),
            List.of());
    return PreRun.decide(
        seen(
            Containers.PLACES,
            List.of(units.getFirst(), units.getLast().withEvents(List.of(events)))),
        now);
  }

  private static Event event(String type, String reason, String words, int second) {
    return new EventBuilder()
        .withType(type)
        .withReason(reason)
        .withMessage(words)
        .withLastTimestamp(Fixtures.ENTERED.plusSeconds(second).toString())
        .withNewInvolvedObject()
        .withUid("job-rabbit-1")
        .endInvolvedObject()
        .build();
  }

  private static String failure(Decision decision) {
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fail.class);
    return WorkflowDraft.message(((Outcome.Fail) decision.outcome()).findings());
  }
}
