package warren.operator.containers;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import warren.dw.ContainerDw;
import warren.launch.DirectoryMounts;
import warren.names.DirectiveIdentity;
import warren.names.Labels;
import warren.names.Names;
import warren.operator.Fixtures;
import warren.operator.driver.JobPlaces;
import warren.plan.ComputePlace;
import warren.plan.ContainerPlan;
import warren.plan.MachineLayout;
import warren.plan.UserIdentity;
import warren.profile.FailureAction;
import warren.profile.ProfileLimits;
import warren.profile.ProfileUsers;
import warren.profile.ProfileWorkload;
import warren.profile.ResolvedProfile;

/** What containers look like in tests: profile {@code prof}, image {@code reg/app:1}. */
final class Containers {
  static final DirectiveIdentity DIRECTIVE = new DirectiveIdentity(Fixtures.IDENTITY, 1, 0);
  static final String IMAGE = "reg/app:1";
  static final List<String> RABBITS = List.of("rabbit-0", "rabbit-1");

  static final JobPlaces PLACES =
      new JobPlaces(
          List.of("compute-0", "compute-1"),
          Optional.of(
              new MachineLayout(
                  Map.of(
                      "compute-0", new ComputePlace("compute-0", "rabbit-0", 0),
                      "compute-1", new ComputePlace("compute-1", "rabbit-1", 0)))));

  private Containers() {}

  static ContainerPlan plan(Duration preRun, Duration postRun) {
    return plan(preRun, postRun, OptionalInt.empty());
  }

  static ContainerPlan plan(Duration preRun, Duration postRun, int retries) {
    return plan(preRun, postRun, OptionalInt.empty(), retries);
  }

  static ContainerPlan plan(Duration preRun, Duration postRun, OptionalInt mostNodes) {
    return plan(preRun, postRun, mostNodes, 0);
  }

  private static ContainerPlan plan(
      Duration preRun, Duration postRun, OptionalInt mostNodes, int retries) {
    var pod =
        new PodSpecBuilder()
            .addNewImagePullSecret("pull")
            .addNewContainer()
            .withName("app")
            .withImage(IMAGE)
            .endContainer()
            .build();
    var profile =
        new ResolvedProfile(
            "prof",
            ProfileUsers.EVERYBODY,
            retries,
            preRun,
            postRun,
            FailureAction.REPORT,
            new ProfileLimits(mostNodes, OptionalInt.empty(), Optional.of(Duration.ofSeconds(90))),
            List.of(),
            new ProfileWorkload.Single(pod),
            List.of(),
            List.of(),
            "sha256:0");
    return new ContainerPlan(
        new ContainerDw(1, "c-one", "prof", List.of()),
        0,
        profile,
        List.of(),
        new UserIdentity(1050, 1051));
  }

  static SeenContainers seen(List<Job> jobs, List<Pod> pods) {
    return seen(jobs, pods, List.of(), List.of(), Duration.ofSeconds(60));
  }

  static SeenContainers seen(
      List<Job> jobs,
      List<Pod> pods,
      List<String> missingStorage,
      List<PullSecret> secrets,
      Duration timeout) {
    return new SeenContainers(
        Fixtures.IDENTITY,
        Fixtures.ENTERED,
        plan(timeout, timeout),
        missingStorage,
        Map.of(0, DirectoryMounts.of(Fixtures.IDENTITY, 0)),
        PLACES,
        Units.single(DIRECTIVE, RABBITS, jobs, pods),
        secrets(secrets),
        Set.of());
  }

  /** The same by a profile with another {@code onFailure}. */
  static SeenContainers withFailureAction(SeenContainers seen, FailureAction action) {
    ContainerPlan plan = seen.plan();
    ResolvedProfile profile = plan.profile();
    return new SeenContainers(
        seen.workflow(),
        seen.entered(),
        new ContainerPlan(
            plan.directive(),
            plan.ordinal(),
            new ResolvedProfile(
                profile.name(),
                profile.users(),
                profile.retryLimit(),
                profile.preRunTimeout(),
                profile.postRunTimeout(),
                action,
                profile.limits(),
                profile.storages(),
                profile.workload(),
                profile.overrides(),
                profile.defaults(),
                profile.payloadDigest()),
            plan.storages(),
            plan.user()),
        seen.missingStorage(),
        seen.mounts(),
        seen.places(),
        seen.units(),
        seen.secrets(),
        seen.replacedWorkers());
  }

  static Job job(String rabbit, JobStatus status) {
    return new JobBuilder()
        .withNewMetadata()
        .withNamespace("default")
        .withName(Names.job(DIRECTIVE, rabbit))
        .withUid("job-" + rabbit)
        .withCreationTimestamp(Fixtures.ENTERED.plusSeconds(1).toString())
        .withLabels(Labels.of(Fixtures.IDENTITY, 1))
        .endMetadata()
        .withStatus(status)
        .build();
  }

  static JobStatus starting() {
    return new JobStatusBuilder().withActive(1).withReady(0).build();
  }

  static JobStatus running() {
    return new JobStatusBuilder().withActive(1).withReady(1).build();
  }

  static JobStatus ended(String condition) {
    return ended(condition, null);
  }

  static JobStatus ended(String condition, String reason) {
    return new JobStatusBuilder()
        .addNewCondition()
        .withType(condition)
        .withReason(reason)
        .withStatus("True")
        .endCondition()
        .build();
  }

  static Pod waiting(String rabbit, String reason, String message) {
    return pod(
        rabbit,
        new ContainerStatusBuilder()
            .withName("app")
            .withImage(IMAGE)
            .withNewState()
            .withNewWaiting(message, reason)
            .endState()
            .build());
  }

  static Pod terminated(String rabbit, int exitCode, String words) {
    return pod(
        rabbit,
        new ContainerStatusBuilder()
            .withName("app")
            .withImage(IMAGE)
            .withNewState()
            .withNewTerminated()
            .withExitCode(exitCode)
            .withMessage(words)
            .endTerminated()
            .endState()
            .build());
  }

  /** A pod whose container runs and is ready. */
  static Pod runs(String rabbit) {
    return pod(
        rabbit,
        new ContainerStatusBuilder()
            .withName("app")
            .withImage(IMAGE)
            .withReady(true)
            .withNewState()
            .withNewRunning()
            .endRunning()
            .endState()
            .build());
  }

  /** A pod of one container, never started again, which the kubelet says has ended. */
  static Pod ended(String rabbit, int exitCode) {
    return new PodBuilder(terminated(rabbit, exitCode, ""))
        .editSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("app")
        .withImage(IMAGE)
        .endContainer()
        .endSpec()
        .build();
  }

  static PullSecrets secrets(List<PullSecret> all) {
    return new PullSecrets(DIRECTIVE, "prof", "nnf-system", all);
  }

  private static Pod pod(String rabbit, ContainerStatus status) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("wf-" + rabbit + "-x")
        .withCreationTimestamp("2026-11-21T10:05:01Z")
        .withLabels(Labels.of(Fixtures.IDENTITY, 1))
        .addNewOwnerReference()
        .withUid("job-" + rabbit)
        .endOwnerReference()
        .endMetadata()
        .withNewSpec()
        .withNodeName(rabbit)
        .endSpec()
        .withNewStatus()
        .withContainerStatuses(status)
        .endStatus()
        .build();
  }
}
