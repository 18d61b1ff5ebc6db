package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import warren.dw.FileSystemType;
import warren.plan.ContainerPlan;
import warren.plan.StorageUse;
import warren.plan.UserIdentity;
import warren.profile.ProfileWorkload;
import warren.profile.ResolvedProfile;

class WorkloadsTest {
  private static final String UID = Cases.WORKFLOW.uid();
  private final LaunchInputs single = Cases.inputs("red-rock-slushy");
  private final LaunchInputs mpi = Cases.inputs("mpi-red-rock-slushy");

  @Test
  void limitsAreThoseOfTheProfile() {
    ResolvedProfile profile = single.plan().profile();

    assertThat(Workloads.shape(single).setting())
        .returns(profile.retryLimit(), Setting::retryLimit)
        .returns(profile.preRunTimeout(), Setting::preRunTimeout)
        .returns(profile.postRunTimeout(), Setting::postRunTimeout);
  }

  @Test
  void theJobLearnsTheRabbitsOfSinglePods() {
    assertThat(JobEnvironment.of(Workloads.shape(single)))
        .containsExactly(
            Map.entry("NNF_CONTAINER_SUBDOMAIN", "fluxjob-7"),
            Map.entry("NNF_CONTAINER_DOMAIN", "default.svc.cluster.local"),
            Map.entry("NNF_CONTAINER_HOSTNAMES", "rabbit-0,rabbit-1"));
  }

  @Test
  void theJobLearnsTheHostsThatMpiOperatorNames() {
    assertThat(JobEnvironment.of(Workloads.shape(mpi)))
        .containsEntry(
            "NNF_CONTAINER_HOSTNAMES", "fluxjob-7-launcher,fluxjob-7-worker-0,fluxjob-7-worker-1");
  }

  @Test
  void aStorageBoundTwiceIsMountedOnceAndHasBothVariables() {
    Setting setting =
        Workloads.shape(with(single, use("DW_JOB_one", "one", 0), use("DW_JOB_two", "two", 0)))
            .setting();

    assertThat(setting.mounts())
        .containsExactly(new PodMount("one", DirectoryMounts.of(Cases.WORKFLOW, 0)));
    assertThat(setting.variables())
        .startsWith(
            new Variable.Text("DW_JOB_one", "/mnt/nnf/" + UID + "-0"),
            new Variable.Text("DW_JOB_two", "/mnt/nnf/" + UID + "-0"));
  }

  @Test
  void volumeNamesThatAreTakenGetTheDirectivesIndex() {
    LaunchInputs inputs =
        with(
            withPod(
                single,
                new PodSpecBuilder(pod(single))
                    .addNewVolume()
                    .withName("scratch")
                    .endVolume()
                    .build()),
            use("DW_JOB_x", "x", 0),
            use("DW_PERSISTENT_x", "x", 1),
            use("DW_JOB_scratch", "scratch", 2),
            use("DW_JOB_ssh_auth", "ssh-auth", 3),
            use("DW_JOB_end_", "end-", 4));

    assertThat(Workloads.shape(inputs).setting().mounts())
        .extracting(PodMount::volume)
        .containsExactly("x", "x-1", "scratch-2", "ssh-auth-3", "end--4");
  }

  @Test
  void theAccountIsTheFirstOfItsIdAlsoForAnIdThatOthersHave() {
    Account account = new Account("user", new UserIdentity(65534, 65534), "/bin/sh");

    assertThat(account.passwd()).startsWith("user:x:65534:65534::/home/warren/user:/bin/sh\n");
    assertThat(account.group()).startsWith("user:x:65534:\n");
  }

  @Test
  void theUserHasTheNameAndTheGroupsOfItsAccount() {
    UserIdentity ann = new UserIdentity(1050, 1051, List.of(1051L, 2000L, 3_000_000_000L));
    Account account =
        Workloads.shape(with(mpi, mpi.plan().storages(), ann.withName("ann.lee")))
            .setting()
            .account();

    assertThat(account.home()).isEqualTo("/home/warren/ann.lee");
    assertThat(account.passwd())
        .startsWith("ann.lee:x:1050:1051::/home/warren/ann.lee:/etc/warren/sh\n");
    assertThat(account.group())
        .startsWith("ann.lee:x:1051:\n")
        .endsWith("nogroup:x:65534:\ng2000:x:2000:ann.lee\n");
    assertThat(account.otherGroups()).containsExactly(2000L);
  }

  @Test
  void aUserOfWhomNoNameIsKnownIsCalledUser() {
    assertThat(Workloads.shape(mpi).setting().account().name()).isEqualTo("user");
    assertThatThrownBy(() -> new Account("a:b", new UserIdentity(1050, 1051), "/bin/sh"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersAreWrittenTheSameInEveryLanguage() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(
              new Account("user", new UserIdentity(4_294_967_294L, 1_000_000), "/bin/sh").passwd())
          .startsWith("user:x:4294967294:1000000::");
      assertThat(Workloads.shape(mpi).setting().files().files().getLast().content())
          .startsWith("Port 2222\n");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void rootGetsNoContainer() {
    LaunchInputs inputs = with(single, single.plan().storages(), new UserIdentity(0, 0));

    assertThatThrownBy(() -> Workloads.shape(inputs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("containers never run as user 0");
  }

  private static StorageUse use(String variable, String volume, int directive) {
    return new StorageUse(variable, volume, directive, FileSystemType.LUSTRE);
  }

  private static PodSpec pod(LaunchInputs inputs) {
    return ((ProfileWorkload.Single) inputs.plan().profile().workload()).pod();
  }

  private static LaunchInputs with(LaunchInputs inputs, StorageUse... storages) {
    return with(inputs, List.of(storages), inputs.plan().user());
  }

  private static LaunchInputs with(
      LaunchInputs inputs, List<StorageUse> storages, UserIdentity user) {
    ContainerPlan plan = inputs.plan();
    return new LaunchInputs(
        inputs.workflow(),
        new ContainerPlan(plan.directive(), 0, plan.profile(), storages, user),
        inputs.rabbits());
  }

  private static LaunchInputs withPod(LaunchInputs inputs, PodSpec pod) {
    ContainerPlan plan = inputs.plan();
    ResolvedProfile profile = plan.profile();
    ResolvedProfile changed =
        new ResolvedProfile(
            profile.name(),
            profile.users(),
            profile.retryLimit(),
            profile.preRunTimeout(),
            profile.postRunTimeout(),
            profile.onFailure(),
            profile.limits(),
            profile.storages(),
            new ProfileWorkload.Single(pod),
            profile.overrides(),
            profile.defaults(),
            profile.payloadDigest());
    return new LaunchInputs(
        inputs.workflow(),
        new ContainerPlan(plan.directive(), 0, changed, plan.storages(), plan.user()),
        inputs.rabbits());
  }
}
