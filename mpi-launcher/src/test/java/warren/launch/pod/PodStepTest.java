package warren.launch.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import warren.launch.Account;
import warren.launch.ContainerFiles;
import warren.launch.DirectoryMounts;
import warren.launch.PodMount;
import warren.launch.Setting;
import warren.launch.Variable;
import warren.names.DirectiveIdentity;
import warren.names.WorkflowIdentity;
import warren.plan.UserIdentity;

class PodStepTest {
  private static final Setting SETTING =
      new Setting(
          new DirectiveIdentity(new WorkflowIdentity("default", "wf", "uid-1"), 1, 0),
          "slushy",
          new Account("user", new UserIdentity(1050, 1051), "/bin/sh"),
          new ContainerFiles(List.of(new ContainerFiles.File("passwd", "/etc/passwd", "text\n"))),
          List.of(
              new PodMount(
                  "foo", DirectoryMounts.of(new WorkflowIdentity("default", "wf", "uid-1"), 0))),
          List.of(
              new Variable.Text("DW_JOB_foo", "/mnt/nnf/uid-1-0"),
              new Variable.NodeName("NNF_NODE_NAME")),
          List.of(new Variable.Text("HOME", "/home/warren/user")),
          6,
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          Optional.empty());

  private static final PodSpec POD =
      new PodSpecBuilder()
          .addNewInitContainer()
          .withName("before")
          .endInitContainer()
          .addNewContainer()
          .withName("one")
          .addNewEnv()
          .withName("DW_JOB_foo")
          .withValue("/elsewhere")
          .endEnv()
          .addNewEnv()
          .withName("DATA")
          .withValue("$(DW_JOB_foo)/data")
          .endEnv()
          .endContainer()
          .addNewContainer()
          .withName("two")
          .addNewEnv()
          .withName("HOME")
          .withValue("/app")
          .endEnv()
          .withNewSecurityContext()
          .withPrivileged(true)
          .withRunAsUser(0L)
          .endSecurityContext()
          .withImagePullPolicy("IfNotPresent")
          .addNewVolumeMount()
          .withName("own")
          .withMountPath("/etc/passwd")
          .endVolumeMount()
          .endContainer()
          .addNewVolume()
          .withName("own")
          .withNewEmptyDir()
          .endEmptyDir()
          .endVolume()
          .build();

  private final PodSpec pod = PodStep.all(POD, SETTING);

  @Test
  void everyContainerAndInitContainerLosesEveryPrivilege() {
    assertThat(all(pod))
        .hasSize(3)
        .allSatisfy(
            container -> {
              assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
              assertThat(container.getSecurityContext().getCapabilities().getDrop())
                  .containsExactly("ALL");
              assertThat(container.getSecurityContext().getPrivileged()).isNull();
              assertThat(container.getSecurityContext().getRunAsUser()).isNull();
            });
    assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(1050);
    assertThat(pod.getSecurityContext().getRunAsGroup()).isEqualTo(1051);
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
  }

  @Test
  void everyImageIsAskedForAndEveryContainerKeepsItsLastWords() {
    assertThat(all(pod)).extracting(Container::getImagePullPolicy).containsOnly("Always");
    assertThat(all(pod))
        .extracting(Container::getTerminationMessagePolicy)
        .containsOnly("FallbackToLogsOnError");
  }

  @Test
  void everyContainerSeesStorageHomeAndFiles() {
    assertThat(all(pod))
        .allSatisfy(
            container ->
                assertThat(container.getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .containsExactly("/home/warren/user", "/etc/passwd", "/mnt/nnf/uid-1-0"));
  }

  @Test
  void aProfilesMountAtOneOfThosePathsGivesWay() {
    assertThat(pod.getContainers().get(1).getVolumeMounts())
        .extracting(VolumeMount::getName)
        .doesNotContain("own");
  }

  @Test
  void warrensVariablesStandBeforeTheProfilesWhichCanUseThem() {
    assertThat(pod.getContainers().getFirst().getEnv())
        .extracting(EnvVar::getName)
        .containsExactly("HOME", "DW_JOB_foo", "NNF_NODE_NAME", "DATA");
  }

  @Test
  void aProfileCannotChangeWarrensVariables() {
    assertThat(pod.getContainers().getFirst().getEnv())
        .filteredOn(variable -> variable.getName().equals("DW_JOB_foo"))
        .extracting(EnvVar::getValue)
        .containsExactly("/mnt/nnf/uid-1-0");
  }

  @Test
  void aProfileMayHaveAHomeOfItsOwn() {
    assertThat(pod.getContainers().get(1).getEnv())
        .filteredOn(variable -> variable.getName().equals("HOME"))
        .extracting(EnvVar::getValue)
        .containsExactly("/app");
  }

  @Test
  void theGivenPodStaysAsItIs() {
    assertThat(POD.getContainers().getFirst().getVolumeMounts()).isEmpty();
    assertThat(POD.getTolerations()).isEmpty();
  }

  private static List<Container> all(PodSpec pod) {
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream()).toList();
  }
}
